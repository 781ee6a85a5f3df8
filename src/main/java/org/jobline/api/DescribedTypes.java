package org.jobline.api;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.converter.ModelConverterContextImpl;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.BinarySchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.lang.annotation.Annotation;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jobline.action.ActionKey;
import org.jobline.order.OrderDetail;
import org.jobline.order.OrderNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.stereotype.Component;

/** Describes what Java types alone do not say of what is sent and answered. */
@Component
class DescribedTypes implements ModelConverter {

  private static final String ORDER = "WorkOrder";

  private static final Map<Class<?>, String> VALUES =
      Map.of(OrderNumber.class, OrderNumber.FORM, ActionKey.class, ActionKey.FORM);
  private static final Map<Class<?>, String> EXAMPLES =
      Map.of(OrderNumber.class, "R-100245", ActionKey.class, "accept-job");

  private final List<Class<?>> partsOfOrder;

  DescribedTypes(List<OrderDetail<?>> details) {
    this.partsOfOrder = Stream.concat(Stream.of(OrderView.class), details.stream().map(DescribedTypes::part)).toList();
  }

  private static Class<?> part(OrderDetail<?> detail) {
    return ResolvableType.forClass(detail.getClass()).as(OrderDetail.class).getGeneric(0).toClass();
  }

  static boolean isOrderNumber(Schema<?> schema) {
    return pattern(OrderNumber.class).equals(schema.getPattern());
  }

  private static String pattern(Class<?> value) {
    return "^(?:" + VALUES.get(value) + ")$";
  }

  @Override
  public @Nullable Schema<?> resolve(
      AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> others) {
    JavaType java = Json.mapper().constructType(type.getType());
    Class<?> raw = java == null ? Void.class : java.getRawClass();
    if (raw == WorkOrderView.class) {
      context.defineModel(ORDER, order(context), type, null);
      return new Schema<>().$ref(ORDER);
    }
    if (VALUES.containsKey(raw)) {
      return new StringSchema().pattern(pattern(raw)).example(EXAMPLES.get(raw));
    }
    if (raw == byte[].class) {
      return new BinarySchema();
    }
    if (raw == BigDecimal.class && isText(type)) {
      return new StringSchema().pattern("^-?\\d+(?:\\.\\d+)?$").example("120.50");
    }
    if (raw == Duration.class) {
      return new StringSchema().format("duration").example("PT4H");
    }
    if (annotations(type).anyMatch(JsonRawValue.class::isInstance)) {
      return new ObjectSchema().additionalProperties(true).description("By key; each action has fields of its own.");
    }
    Schema<?> schema = others.hasNext() ? others.next().resolve(type, context, others) : null;
    if (raw.isRecord() && schema != null) {
      require(model(schema, context), raw);
    }
    return schema;
  }

  private static @Nullable Schema<?> model(Schema<?> schema, ModelConverterContext context) {
    String reference = schema.get$ref();
    return reference == null ? schema
        : context.getDefinedModels().get(reference.substring(reference.lastIndexOf('/') + 1));
  }

  /** What of a record may not be null is always there. */
  private static void require(@Nullable Schema<?> model, Class<?> type) {
    if (model != null && model.getProperties() != null) {
      required(type).filter(model.getProperties()::containsKey)
          .filter(name -> model.getRequired() == null || !model.getRequired().contains(name))
          .forEach(model::addRequiredItem);
    }
  }

  private static Stream<String> required(Class<?> type) {
    return Stream.of(type.getRecordComponents())
        .filter(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
        .flatMap(component -> component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)
            ? required(component.getType()) : Stream.of(component.getName()));
  }

  /** The parts are described apart, so that they themselves do not appear beside the order. */
  // another part may look the same
  @SuppressWarnings("ReferenceEquality")
  private Schema<?> order(ModelConverterContext context) {
    Schema<?> order = new ObjectSchema().name(ORDER);
    for (Class<?> part : partsOfOrder) {
      ModelConverterContext apart = new ModelConverterContextImpl(ModelConverters.getInstance().getConverters());
      Schema<?> described = apart.resolve(new AnnotatedType(part));
      described.getProperties().forEach(order::addProperty);
      require(order, part);
      apart.getDefinedModels().forEach((name, schema) -> {
        if (schema != described) {
          context.defineModel(name, schema);
        }
      });
    }
    return order;
  }

  private static boolean isText(AnnotatedType type) {
    return annotations(type).anyMatch(annotation ->
        annotation instanceof JsonFormat format && format.shape() == JsonFormat.Shape.STRING);
  }

  private static Stream<Annotation> annotations(AnnotatedType type) {
    return Stream.ofNullable(type.getCtxAnnotations()).flatMap(Stream::of);
  }
}
