package org.jobline.platform.engine;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;

/** Diagrams have no scripts. Those deployed before they were checked do not run either. */
class NoScripts implements ScriptEngineResolver {

  @Override
  public ScriptEngine getScriptEngine(String language, boolean resolveFromCache) {
    return null;
  }

  @Override
  public void addScriptEngineFactory(ScriptEngineFactory factory) {
    throw new UnsupportedOperationException("Diagrams have no scripts");
  }

  @Override
  public ScriptEngineManager getScriptEngineManager() {
    return null;
  }
}
