/** Has something done once, however often it is sent. */
export class Once {

  constructor() {
    this.renew();
  }

  /** What is sent from now on is something else. */
  renew() {
    this.key = crypto.randomUUID();
  }

  /**
   * The same key is kept only while nobody knows whether what was sent has arrived.
   *
   * @param call sends it, given the key
   * @throws CallFailed as the call does
   */
  async send(call) {
    try {
      const answer = await call(this.key);
      this.renew();
      return answer;
    } catch (failure) {
      if (failure.status !== 0) {
        this.renew();
      }
      throw failure;
    }
  }
}
