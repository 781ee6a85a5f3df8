// The conditions by which forms hide fields: the small part of FEEL they use. The server has the last word.

const TOKEN = /\s*(?:("(?:[^"\\]|\\.)*")|(\d+(?:\.\d+)?)|([A-Za-z_]\w*)|(!=|<=|>=|[=<>()]))/gy;
const VALUES = { null: null, true: true, false: false };
const COMPARE = {
  '=': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b
};

/** @return whether the field is hidden; a condition that is not understood hides nothing */
export function holds(condition, values) {
  try {
    return new Reader(condition.replace(/^=/, ''), values).all();
  } catch (e) {
    return false;
  }
}

class Reader {

  constructor(text, values) {
    this.values = values;
    this.tokens = Array.from(text.trim().matchAll(TOKEN), ([, string, number, name, sign]) => ({ string, number, name, sign }));
    this.at = 0;
    if (this.tokens.length === 0) {
      throw new Error('empty');
    }
  }

  all() {
    const result = this.or();
    if (this.at < this.tokens.length) {
      throw new Error('more than a condition');
    }
    return result === true;
  }

  takes(text) {
    const token = this.tokens[this.at];
    const found = token && (token.name === text || token.sign === text);
    this.at += found ? 1 : 0;
    return found;
  }

  or() {
    let result = this.and();
    while (this.takes('or')) {
      const right = this.and();
      result = result || right;
    }
    return result;
  }

  and() {
    let result = this.comparison();
    while (this.takes('and')) {
      const right = this.comparison();
      result = result && right;
    }
    return result;
  }

  comparison() {
    const left = this.value();
    const token = this.tokens[this.at];
    if (token && COMPARE[token.sign]) {
      this.at++;
      return COMPARE[token.sign](left, this.value());
    }
    return left;
  }

  value() {
    const isNot = this.takes('not');
    if (this.takes('(')) {
      const result = this.or();
      if (!this.takes(')')) {
        throw new Error('not closed');
      }
      return isNot ? !result : result;
    }
    const { string, number, name } = this.tokens[this.at++];
    if (string !== undefined) {
      return JSON.parse(string);
    }
    if (number !== undefined) {
      return Number(number);
    }
    return name in VALUES ? VALUES[name] : this.values[name] ?? null;
  }
}
