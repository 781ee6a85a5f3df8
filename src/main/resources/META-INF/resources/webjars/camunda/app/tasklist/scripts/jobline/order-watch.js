import { api } from './api.js';

/** Another agent's action is seen within this time, in milliseconds. */
const REFRESH_MS = 5000;
/** After calls that failed it asks less and less often, up to this, in milliseconds. */
const MAX_REFRESH_MS = 60000;

/** Reads an order, and what stands beside it, again and again while somebody looks at it. */
export class OrderWatch {

  /**
   * @param beside what is read with the order each time it has changed: a call for each name, given the order's number
   * @param onLook told after each look; then the watch has the order, what stands beside it under its names, when it was
   *   read (readAt), the names of colleagues who have it open too (alsoLooking), and what went wrong (failure), null when nothing did
   */
  constructor(number, beside, onLook) {
    Object.assign(this, { number, beside, onLook, order: null, alsoLooking: [], failure: null, isOver: false, run: 0,
      pause: REFRESH_MS });
  }

  close() {
    this.isOver = true;
    clearTimeout(this.next);
  }

  /** Reads all of it, changed or not. */
  again() {
    this.mark = null;
    return this.look();
  }

  /** Asks whether the order has changed, and reads the rest only if it has. */
  async look() {
    clearTimeout(this.next);
    const run = ++this.run;
    try {
      const { changed: answer, alsoLooking } = document.hidden && this.order ? this
        : await api.lookAt(this.number, this.mark);
      if (run === this.run) {
        this.alsoLooking = alsoLooking;
      }
      if (answer) {
        const names = Object.keys(this.beside);
        const read = await Promise.all(names.map(name => this.beside[name](this.number)));
        if (this.isOver || run !== this.run) {
          return;
        }
        Object.assign(this, { mark: answer.mark, order: answer.content, readAt: Date.now() },
          Object.fromEntries(names.map((name, index) => [name, read[index]])));
      }
      this.failure = null;
      this.pause = REFRESH_MS;
    } catch (failure) {
      this.failure = failure;
      this.pause = Math.min(2 * this.pause, MAX_REFRESH_MS);
    }
    if (!this.isOver && run === this.run) {
      this.onLook();
      if (this.failure?.status !== 404) {
        this.next = setTimeout(() => this.look(), this.pause);
      }
    }
  }
}
