/** The one region that is read aloud: once typing has paused, and only where it has something new to say. */
const PAUSE = 1000;

export class Status {
  constructor(element) {
    this.element = element;
    this.said = null;
  }

  /** The first judgement of a form is not announced: nothing has happened yet. */
  say(text) {
    clearTimeout(this.timer);
    if (this.said === null) {
      this.said = text;
      return;
    }
    this.timer = setTimeout(() => this.speak(text), PAUSE);
  }

  speak(text) {
    if (text === this.said) return;
    this.said = text;
    this.element.textContent = text;
  }
}
