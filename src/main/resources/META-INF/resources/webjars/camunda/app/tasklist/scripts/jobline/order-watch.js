import { api } from './api.js';
import { listen, takeTurns } from './pulse.js';

/** Times left, and what may be done, are read again after so many calls although nothing has happened to the order. */
const AGED = 12;

/** Reads an order, and what stands beside it, again and again while somebody looks at it. */
export class OrderWatch {

  /**
   * @param beside what is read with the order each time it has changed: a call for each name, given the order's number
   * @param ages the name of what stands beside it and may change although the order doesn't
   * @param onLook told after each look, and of what is new in between; then the watch has the order, what stands beside
   *   it under its names, when it was read (readAt), the names of colleagues who have it open too (alsoLooking), and
   *   what went wrong (failure), null when nothing did
   */
  constructor(number, beside, ages, onLook) {
    Object.assign(this, { number, beside, onLook, order: null, alsoLooking: [], failure: null, isOver: false, run: 0 });
    this.pulse = listen('order', {
      known: () => {
        this.asked = this.mark;
        return { number, mark: this.mark, alsoLooking: this.alsoLooking };
      },
      told: news => this.hear(news),
      failed: failure => this.tell(failure)
    });
    this.turns = [takeTurns(AGED, () => this.refresh(null)), takeTurns(AGED, () => this.refresh(ages))];
  }

  close() {
    this.isOver = true;
    this.pulse.end();
    this.turns.forEach(turn => turn.end());
  }

  tell(failure) {
    this.failure = failure;
    if (failure?.status === 404) {
      this.close();
    }
    this.onLook();
  }

  hear({ changed, alsoLooking } = {}) {
    const isNew = alsoLooking !== undefined && String(alsoLooking) !== String(this.alsoLooking);
    this.alsoLooking = alsoLooking ?? this.alsoLooking;
    if (this.isReading) {
      // told when it is read: until then the order is still the one from before what was saved
      return undefined;
    }
    // what was read since it was asked for is as new
    if (changed && this.asked === this.mark) {
      return this.look();
    }
    if (isNew || this.failure) {
      this.tell(null);
    }
    return undefined;
  }

  /** Reads all of it, changed or not. */
  again() {
    return this.look().catch(() => {});
  }

  /**
   * Reads the order and what stands beside it.
   *
   * @throws CallFailed after onLook was told
   */
  async look() {
    const run = ++this.run;
    const isLast = () => !this.isOver && run === this.run;
    this.isReading = true;
    try {
      const { content, mark } = await api.orderIfChanged(this.number);
      const names = Object.keys(this.beside);
      const read = await Promise.all(names.map(name => this.beside[name](this.number)));
      if (!isLast()) {
        return;
      }
      Object.assign(this, { mark, order: content, readAt: Date.now() },
        Object.fromEntries(names.map((name, index) => [name, read[index]])));
      this.turns.forEach(turn => turn.done());
    } catch (failure) {
      if (isLast()) {
        this.isReading = false;
        this.tell(failure);
      }
      throw failure;
    }
    this.isReading = false;
    this.tell(null);
  }

  /** @param name of what stands beside the order; null: the order */
  async refresh(name) {
    const run = this.run;
    const isStill = () => !this.isOver && !this.isReading && run === this.run && this.order;
    if (name) {
      const read = await this.beside[name](this.number);
      if (isStill()) {
        this[name] = read;
        this.tell(null);
      }
      return;
    }
    const answer = await api.orderIfChanged(this.number, this.mark);
    if (answer && isStill()) {
      // with its old mark what stands beside it is read with the next call, if there is more to it than time
      Object.assign(this, { order: answer.content, readAt: Date.now() });
      this.tell(null);
    }
  }
}
