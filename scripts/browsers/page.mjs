/** What a person does on the page, in any browser: find by name, press, type. */
import { until } from './wait.mjs';

const ENTER = '\uE007';
const CONTROL = '\uE009';
export const KEYS = { Enter: ENTER, Control: CONTROL, Escape: '\uE00C', Down: '\uE015' };

/** Run in the page: the element of a role and name that is drawn and not inert. */
const FIND = `((selector, name) => [...document.querySelectorAll(selector)].find((element) => {
  if (element.closest('[inert], [hidden]')) return false;
  const { width, height } = element.getBoundingClientRect();
  if (width === 0 || height === 0) return false;
  const label = element.getAttribute('aria-label') ?? element.labels?.[0]?.textContent ?? element.textContent ?? '';
  return name === undefined || label.replace(/\\s+/g, ' ').trim().startsWith(name);
}))`;

const text = (value) => (value === undefined ? 'undefined' : JSON.stringify(value));

export class Page {
  constructor(driver) {
    this.driver = driver;
  }

  go(url) {
    return this.driver.navigate(url);
  }

  ask(expression) {
    return this.driver.evaluate(expression);
  }

  /** The middle of an element, once it is there and stands still. */
  async place(selector, name) {
    let before;
    return until(`there is ${name ?? selector}`, async () => {
      const found = await this.ask(`(() => {
        const element = ${FIND}(${text(selector)}, ${text(name)});
        if (!element) return null;
        element.scrollIntoView({ block: 'nearest' });
        const { x, y, width, height } = element.getBoundingClientRect();
        return { x: Math.round(x + width / 2), y: Math.round(y + height / 2) };
      })()`);
      const still = before && found && before.x === found.x && before.y === found.y;
      before = found;
      return still ? found : undefined;
    });
  }

  async click(selector, name) {
    const { x, y } = await this.place(selector, name);
    await this.driver.act([
      {
        type: 'pointer',
        id: 'mouse',
        parameters: { pointerType: 'mouse' },
        actions: [
          { type: 'pointerMove', x, y, duration: 0 },
          { type: 'pointerDown', button: 0 },
          { type: 'pointerUp', button: 0 },
        ],
      },
    ]);
  }

  /** Keys one after another, as a keyboard sends them. */
  async type(words) {
    const actions = [...words].flatMap((value) => [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ]);
    await this.driver.act([{ type: 'key', id: 'keyboard', actions }]);
  }

  /** A long text where the focus is, at once: drivers send keys slowly. */
  async insert(words) {
    await this.ask(`document.execCommand('insertText', false, ${text(words)})`);
  }

  /** One key while another is held. */
  async chord(held, value) {
    await this.driver.act([
      {
        type: 'key',
        id: 'keyboard',
        actions: [
          { type: 'keyDown', value: held },
          { type: 'keyDown', value },
          { type: 'keyUp', value },
          { type: 'keyUp', value: held },
        ],
      },
    ]);
  }

  /** Waits until an element's text holds the words. */
  async reads(selector, words) {
    await until(`${selector} reads “${words}”`, async () => {
      const shown = await this.ask(`(${FIND}(${text(selector)})?.textContent ?? '')`);
      return shown.includes(words);
    }).catch(async (error) => {
      const shown = await this.ask(`(document.querySelector(${text(selector)})?.textContent ?? 'nothing')`);
      throw new Error(`${error.message}; it reads “${shown.slice(0, 160)}”`, { cause: error });
    });
  }
}
