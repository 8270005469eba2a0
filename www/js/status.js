/** The one region that is read aloud: once typing has paused, and only where it has something new to say. */
const PAUSE = 1000;

export class Status {
  constructor(element) {
    this.element = element;
    this.said = null;
    this.mentioned = null;
  }

  /** The verdict. The first judgement of a form is not announced: nothing has happened yet. */
  say(text) {
    this.verdict = text;
    if (this.said === null) this.said = text;
    else this.wait();
  }

  /** What was understood of an amount, or done with it: told with the next verdict, or alone. */
  mention(text) {
    this.mentioned = text;
    this.wait();
  }

  wait() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.tell(), PAUSE);
  }

  tell() {
    const { mentioned, verdict } = this;
    const told = [mentioned, verdict !== this.said && verdict].filter(Boolean).join(' ');
    this.mentioned = null;
    if (told) this.element.textContent = told;
    this.said = verdict;
  }

  speak(text) {
    if (text === this.said) return;
    this.said = text;
    this.element.textContent = text;
  }
}
