package org.jobline.platform.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.impl.juel.AstBinary;
import org.camunda.bpm.impl.juel.AstBoolean;
import org.camunda.bpm.impl.juel.AstDot;
import org.camunda.bpm.impl.juel.AstEval;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.AstNested;
import org.camunda.bpm.impl.juel.AstNull;
import org.camunda.bpm.impl.juel.AstNumber;
import org.camunda.bpm.impl.juel.AstString;
import org.camunda.bpm.impl.juel.AstText;
import org.camunda.bpm.impl.juel.AstUnary;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.TreeBuilderException;
import org.jspecify.annotations.Nullable;

/**
 * An expression of a diagram, read by the parser that the engine evaluates it with.
 *
 * @param isTest whether it is true or false because of how it is put, such as {@code a == b}
 */
public record ExpressionText(List<Read> reads, boolean isTest) {

  private static final Set<AstBinary.Operator> COMPARING = Set.of(
      AstBinary.EQ, AstBinary.NE, AstBinary.LT, AstBinary.LE, AstBinary.GT, AstBinary.GE);
  private static final Set<AstBinary.Operator> JOINING = Set.of(AstBinary.AND, AstBinary.OR);

  /**
   * One thing an expression reads: {@code profile}, {@code form.outcome} or {@code order.type(execution)}.
   *
   * @param member what of it is read; null for the thing itself
   * @param arguments the texts among them, and null for whatever else; null when nothing is called
   * @param isTested whether it must be true or false where it stands
   */
  public record Read(
      String name, @Nullable String member, @Nullable List<@Nullable String> arguments, boolean isTested) {

    public boolean isCall() {
      return arguments != null;
    }
  }

  /**
   * What an expression reads and compares, if that is all it does.
   *
   * @param isTested whether the whole must be true or false
   * @throws IllegalArgumentException when it is no expression or does anything else, with what is allowed
   */
  public static ExpressionText read(String text, boolean isTested) {
    Node root = parse(text);
    if (!(root instanceof AstEval)) {
      throw new IllegalArgumentException(root instanceof AstText
          ? "\"" + text + "\" isn't an expression. Write it like ${order.stage(execution) == 0}"
          : "\"" + text + "\" mixes text and expressions. Use one expression only");
    }
    List<Read> reads = new ArrayList<>();
    collect(root.getChild(0), isTested, reads, text);
    return new ExpressionText(List.copyOf(reads), isTest(root.getChild(0)));
  }

  /** Whether the engine takes it for text as it stands. */
  public static boolean isPlain(String text) {
    return !text.contains("${") && !text.contains("#{");
  }

  private static Node parse(String text) {
    try {
      return new Builder(Builder.Feature.METHOD_INVOCATIONS).build(text).getRoot();
    } catch (TreeBuilderException e) {
      throw new IllegalArgumentException("\"" + text + "\" can't be read at character " + (e.getPosition() + 1));
    }
  }

  private static boolean isTest(Node node) {
    return node instanceof AstNested ? isTest(node.getChild(0))
        : node instanceof AstBinary || node instanceof AstUnary || node instanceof AstBoolean;
  }

  private static void collect(Node node, boolean isTested, List<Read> reads, String text) {
    if (node instanceof AstIdentifier variable) {
      reads.add(new Read(variable.getName(), null, null, isTested));
    } else if (node instanceof AstDot dot && dot.getChild(0) instanceof AstIdentifier owner) {
      reads.add(new Read(owner.getName(), member(dot), null, isTested));
    } else if (node instanceof AstMethod call && call.getChild(0) instanceof AstDot dot
        && dot.getChild(0) instanceof AstIdentifier owner) {
      reads.add(new Read(owner.getName(), member(dot), arguments(call.getChild(1), text), isTested));
    } else if (node instanceof AstNested) {
      collect(node.getChild(0), isTested, reads, text);
    } else if (node instanceof AstBinary joining && JOINING.contains(joining.getOperator())) {
      collect(node.getChild(0), true, reads, text);
      collect(node.getChild(1), true, reads, text);
    } else if (node instanceof AstBinary comparing && COMPARING.contains(comparing.getOperator())) {
      collect(node.getChild(0), false, reads, text);
      collect(node.getChild(1), false, reads, text);
    } else if (node instanceof AstUnary unary && unary.getOperator() != AstUnary.NEG) {
      collect(node.getChild(0), unary.getOperator() == AstUnary.NOT, reads, text);
    } else if (!isLiteral(node)) {
      throw refused(text);
    }
  }

  private static List<@Nullable String> arguments(Node parameters, String text) {
    List<@Nullable String> arguments = new ArrayList<>();
    for (int i = 0; i < parameters.getCardinality(); i++) {
      Node argument = parameters.getChild(i);
      if (argument instanceof AstString literal) {
        arguments.add((String) literal.eval(null, null));
      } else if (isLiteral(argument)
          || argument instanceof AstIdentifier variable && variable.getName().equals("execution")) {
        arguments.add(null);
      } else {
        throw refused(text);
      }
    }
    return arguments;
  }

  private static boolean isLiteral(Node node) {
    return node instanceof AstString || node instanceof AstNumber || node instanceof AstBoolean
        || node instanceof AstNull;
  }

  /** The parser keeps the name to itself, but writes it down. */
  private static String member(AstDot dot) {
    StringBuilder structure = new StringBuilder();
    dot.appendStructure(structure, null);
    return structure.substring(structure.lastIndexOf(".") + 1);
  }

  private static IllegalArgumentException refused(String text) {
    return new IllegalArgumentException("\"" + text + "\" does more than read. An expression can compare variables, "
        + "form fields and answers, e.g. order.stage(execution), with ==, !=, <, >, and, or, not, empty");
  }
}
