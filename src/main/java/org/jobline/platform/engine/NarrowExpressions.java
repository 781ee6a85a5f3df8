package org.jobline.platform.engine;

import java.beans.FeatureDescriptor;
import java.util.Collections;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ArrayELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ListELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MapELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MethodNotFoundException;
import org.camunda.bpm.impl.juel.jakarta.el.PropertyNotFoundException;
import org.joda.time.DateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;

/**
 * What expressions can reach, whoever wrote them: the named beans, the variables of the process, the order's number,
 * and the engine's functions for task lists. No service of the engine, no other bean, and no method of a value: text
 * has none here, so there is no way from it to its class.
 */
class NarrowExpressions extends JuelExpressionManager {

  private static final String BUSINESS_KEY = "processBusinessKey";
  /** What lists of tasks say of days: {@code ${dateTime().withTimeAtStartOfDay().plusDays(1).toDate()}}. */
  private static final Set<String> OF_DATES =
      Set.of("withTimeAtStartOfDay", "plusDays", "minusDays", "plusHours", "minusHours", "toDate");

  private final SingletonSupplier<NamedBeans> namedBeans;

  NarrowExpressions(Supplier<NamedBeans> beans) {
    this.namedBeans = SingletonSupplier.of(beans);
  }

  @Override
  protected ELResolver createElResolver() {
    CompositeELResolver resolver = new CompositeELResolver();
    // before the variables: nobody hides a question behind a variable of its name
    resolver.add(new Named());
    resolver.add(new VariableScopeElResolver());
    resolver.add(new VariableContextElResolver());
    resolver.add(new NotTold());
    resolver.add(new ArrayELResolver(true));
    resolver.add(new ListELResolver(true));
    resolver.add(new MapELResolver(true));
    resolver.add(new Members());
    return resolver;
  }

  private abstract static class ReadOnly extends ELResolver {

    @Override
    public Class<?> getCommonPropertyType(ELContext context, @Nullable Object base) {
      return Object.class;
    }

    @Override
    public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, @Nullable Object base) {
      return Collections.emptyIterator();
    }

    @Override
    public @Nullable Class<?> getType(ELContext context, @Nullable Object base, Object property) {
      Object value = getValue(context, base, property);
      return value == null ? null : value.getClass();
    }

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
      return true;
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
      // left unresolved, which the engine refuses
    }
  }

  private final class Named extends ReadOnly {

    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, Object property) {
      Optional<Object> bean = base == null ? namedBeans.obtain().find(property.toString()) : Optional.empty();
      bean.ifPresent(found -> context.setPropertyResolved(true));
      return bean.orElse(null);
    }
  }

  /** A sheet that nobody told where to begin is begun as usual. */
  private static final class NotTold extends ReadOnly {

    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, Object property) {
      if (base == null && CalledSheet.ENTRY.equals(property)) {
        context.setPropertyResolved(true);
      }
      return null;
    }
  }

  private static final class Members extends ReadOnly {

    private final BeanELResolver any = new BeanELResolver(true);

    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, Object property) {
      if (base == null) {
        return null;
      }
      if (base instanceof DelegateExecution execution && BUSINESS_KEY.equals(property)) {
        context.setPropertyResolved(true);
        return execution.getProcessBusinessKey();
      }
      throw new PropertyNotFoundException("\"" + property + "\" cannot be read here");
    }

    @Override
    public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
      if (NamedBeans.answers(base, method.toString())
          || base instanceof DateTime && OF_DATES.contains(method.toString())) {
        return any.invoke(context, base, method, types, arguments);
      }
      throw new MethodNotFoundException("\"" + method + "\" cannot be called here");
    }
  }
}
