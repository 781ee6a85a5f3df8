package org.jobline.modelling;

import java.util.List;

/** One of the rules that files must keep to be deployed. Every bean of this type is asked about every deployment. */
interface ModelCheck {

  /** All that is wrong with what is being deployed; nothing about what is in force already. */
  List<Problem> check(ModelFiles files);
}
