// The small part of FEEL that forms use, in conditions and in texts. The server evaluates the same, and refuses at
// deployment what this does not know. As FEEL has it: what cannot be compared is neither true nor false, but null.

const TOKEN = /\s*(?:("(?:[^"\\]|\\.)*")|(\d+(?:\.\d+)?)|(list contains(?=\s*\()|[A-Za-z_]\w*)|(!=|<=|>=|[=<>()+,-]))/y;
const VALUES = { null: null, true: true, false: false };
const ORDERED = {
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b
};
const FUNCTIONS = {
  'not': value => typeof value === 'boolean' ? !value : null,
  'list contains': (list, value) => Array.isArray(list) ? list.some(entry => entry === value) : null,
  'replace': (text, pattern, replacement) => typeof text === 'string'
    ? text.replace(new RegExp(pattern, 'gu'), replacement) : null
};
const known = new Map();

/**
 * @param expression with or without the = in front
 * @param values by name; what is missing is null
 * @throws Error when it is none of those forms may have
 */
export function evaluate(expression, values) {
  if (!known.has(expression)) {
    known.set(expression, new Parser(expression.replace(/^\s*=/, '')).whole());
  }
  return known.get(expression)(values);
}

/** @return whether a condition is fulfilled; one that is not understood is not */
export function holds(condition, values) {
  try {
    return evaluate(condition, values) === true;
  } catch (e) {
    return false;
  }
}

function tokens(text) {
  const found = [];
  TOKEN.lastIndex = 0;
  const end = text.trimEnd().length;
  while (TOKEN.lastIndex < end) {
    const from = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (!match) {
      throw new Error('not understood: ' + text.slice(from));
    }
    const [, string, number, name, sign] = match;
    found.push({ string, number, name, sign });
  }
  return found;
}

function equal(a, b) {
  return a === null || b === null || typeof a === typeof b ? a === b : null;
}

function isComparable(a, b) {
  return typeof a === typeof b && (typeof a === 'number' || typeof a === 'string');
}

class Parser {

  constructor(text) {
    this.tokens = tokens(text);
    this.at = 0;
  }

  whole() {
    const result = this.any();
    if (this.at < this.tokens.length) {
      throw new Error('more than an expression');
    }
    return result;
  }

  takes(text) {
    const token = this.tokens[this.at];
    const found = Boolean(token) && (token.name === text || token.sign === text);
    this.at += found ? 1 : 0;
    return found;
  }

  requires(text) {
    if (!this.takes(text)) {
      throw new Error(text + ' is missing');
    }
  }

  any() {
    if (!this.takes('if')) {
      return this.or();
    }
    const condition = this.any();
    this.requires('then');
    const then = this.any();
    this.requires('else');
    const otherwise = this.any();
    return values => condition(values) === true ? then(values) : otherwise(values);
  }

  or() {
    let result = this.and();
    while (this.takes('or')) {
      result = eitherOf(result, this.and(), true);
    }
    return result;
  }

  and() {
    let result = this.comparison();
    while (this.takes('and')) {
      result = eitherOf(result, this.comparison(), false);
    }
    return result;
  }

  comparison() {
    const left = this.sum();
    const { sign } = this.tokens[this.at] || {};
    if (sign === '=' || sign === '!=') {
      this.at++;
      const right = this.sum();
      return values => {
        const same = equal(left(values), right(values));
        return same === null ? null : same === (sign === '=');
      };
    }
    const compare = ORDERED[sign];
    if (!compare) {
      return left;
    }
    this.at++;
    const right = this.sum();
    return values => {
      const [a, b] = [left(values), right(values)];
      return isComparable(a, b) ? compare(a, b) : null;
    };
  }

  sum() {
    let result = this.value();
    for (;;) {
      const sign = this.takes('+') ? 1 : this.takes('-') ? -1 : 0;
      if (sign === 0) {
        return result;
      }
      const [left, right] = [result, this.value()];
      result = values => {
        const [a, b] = [left(values), right(values)];
        return typeof a === 'number' && typeof b === 'number' ? tidy(a + sign * b) : null;
      };
    }
  }

  value() {
    if (this.takes('(')) {
      const result = this.any();
      this.requires(')');
      return result;
    }
    const { string, number, name } = this.tokens[this.at++] || {};
    if (string !== undefined) {
      const text = JSON.parse(string);
      return () => text;
    }
    if (number !== undefined) {
      return () => Number(number);
    }
    if (name === undefined || ['if', 'then', 'else', 'and', 'or'].includes(name)) {
      throw new Error('a value is missing');
    }
    if (name in FUNCTIONS) {
      return this.call(FUNCTIONS[name]);
    }
    return name in VALUES ? () => VALUES[name] : values => values[name] ?? null;
  }

  call(doing) {
    this.requires('(');
    const given = [this.any()];
    while (this.takes(',')) {
      given.push(this.any());
    }
    this.requires(')');
    if (given.length !== doing.length) {
      throw new Error('not as many values as the function takes');
    }
    return values => doing(...given.map(one => one(values)));
  }
}

/** @param decisive what the whole is as soon as one of them is */
function eitherOf(left, right, decisive) {
  return values => {
    const both = [left(values), right(values)];
    return both.includes(decisive) ? decisive : both.every(one => one === !decisive) ? !decisive : null;
  };
}

/** 0.1 + 0.2 is 0.3, as for the server. */
function tidy(number) {
  return Number(number.toPrecision(15));
}
