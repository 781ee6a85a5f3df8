package org.jobline.action;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * An action of the order's type that the agent cannot do on it now.
 *
 * @param why what stands in the way, as a sentence
 * @param offeredIn the statuses it is offered in, numbers with names
 */
@Schema(name = "NotOffered")
public record UnavailableAction(String key, String label, List<Channel> menus, String why, List<String> offeredIn) {}
