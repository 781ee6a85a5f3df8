package org.jobline.platform.engine;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;
import org.jspecify.annotations.Nullable;

/** Diagrams have no scripts. Those deployed before they were checked do not run either. */
class NoScripts implements ScriptEngineResolver {

  @Override
  public @Nullable ScriptEngine getScriptEngine(String language, boolean resolveFromCache) {
    return null;
  }

  @Override
  public void addScriptEngineFactory(ScriptEngineFactory factory) {
    throw new UnsupportedOperationException("Diagrams have no scripts");
  }

  @Override
  public @Nullable ScriptEngineManager getScriptEngineManager() {
    return null;
  }
}
