package org.jobline.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.util.NameTransformer;
import java.io.IOException;
import java.util.List;

/**
 * An order as clients see it: one object with the components of all these records.
 *
 * @param parts what the features contribute, in their order
 */
record WorkOrderView(
    @JsonUnwrapped OrderView order,
    @JsonUnwrapped @JsonSerialize(using = SideBySide.class) List<? extends Record> parts) {

  /** Writes the components of several records into the object that is being written. */
  static final class SideBySide extends JsonSerializer<List<? extends Record>> {

    @Override
    public boolean isUnwrappingSerializer() {
      return true;
    }

    @Override
    public void serialize(List<? extends Record> records, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      for (Record one : records) {
        provider.findValueSerializer(one.getClass()).unwrappingSerializer(NameTransformer.NOP)
            .serialize(one, json, provider);
      }
    }
  }
}
