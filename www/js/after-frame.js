/** Work that may wait until the next frame has been shown, and that is done once for many requests. */
export class AfterFrame {
  constructor(work) {
    this.work = work;
    this.asked = false;
  }

  ask() {
    if (this.asked) return;
    this.asked = true;
    requestAnimationFrame(() => setTimeout(() => {
      this.asked = false;
      this.work();
    }));
  }
}
