package org.jobline.platform.engine;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.ibatis.ognl.ObjectPropertyAccessor;
import org.apache.ibatis.ognl.OgnlContext;
import org.apache.ibatis.ognl.OgnlException;
import org.apache.ibatis.ognl.OgnlRuntime;

/**
 * Finds once by which method the engine's statements read a property of a query. Many of these are named in full
 * ({@code isTenantIdSet}); MyBatis keeps only what it finds as a getter, and for each of the others compares the names
 * of all methods of the query, of which there are hundreds, each time a statement is made.
 */
final class ReadMethodsOnce extends ObjectPropertyAccessor {

  private final ClassValue<Map<String, Optional<Method>>> methods = new ClassValue<>() {
    @Override
    protected Map<String, Optional<Method>> computeValue(Class<?> type) {
      return new ConcurrentHashMap<>();
    }
  };

  private ReadMethodsOnce() {}

  /** For all engines of this process. */
  static void use() {
    OgnlRuntime.setPropertyAccessor(Object.class, new ReadMethodsOnce());
  }

  @Override
  public Object getPossibleProperty(OgnlContext context, Object target, String name) throws OgnlException {
    Optional<Method> method = target == null ? Optional.empty()
        : methods.get(target.getClass()).computeIfAbsent(name, property -> sought(target.getClass(), property));
    if (method.isEmpty()) {
      return super.getPossibleProperty(context, target, name);
    }
    try {
      return method.get().invoke(target);
    } catch (IllegalAccessException e) {
      throw new OgnlException(name, e);
    } catch (InvocationTargetException e) {
      throw new OgnlException(name, e.getTargetException());
    }
  }

  /** Empty for what MyBatis keeps itself, and for what it may have to be allowed to read. */
  private static Optional<Method> sought(Class<?> type, String name) {
    return OgnlRuntime.getGetMethod(type, name) != null ? Optional.empty()
        : Optional.ofNullable(OgnlRuntime.getReadMethod(type, name))
            .filter(method -> Modifier.isPublic(method.getModifiers())
                && Modifier.isPublic(method.getDeclaringClass().getModifiers()));
  }
}
