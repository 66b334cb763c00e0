import { expect, test as base, type Locator, type Page } from '@playwright/test';

/** Something that was on the page and went elsewhere: how much by the browser's measure, and what. */
interface Shift {
  readonly visit: string;
  /** When, in milliseconds since 1970 by the page's own clock: it is told some time after. */
  readonly time: number;
  readonly value: number;
  readonly what: string;
}

/**
 * More than this in a visit, with all that is pressed and typed in it, is a page that moves under one's eyes: what the
 * web calls a good page moves by twice as much. What the person unfolds is no ground that moves.
 */
const MOST_SHIFT = 0.05;

/** The page as a person knows it: fields, verdict, policies, walk. Specs speak through it. */
export class Playground {
  readonly verdict: Locator;
  readonly walk: Locator;
  readonly policies: Locator;
  readonly context: Locator;
  /** The case's title in the bar, which opens its menu. */
  readonly title: Locator;
  /** What the page asked of other origins, and what its own policy refused: must stay empty. */
  readonly foreign: string[] = [];
  readonly faults: string[] = [];
  /** What moved on the page, visit by visit, after input too: a screen is at rest. */
  readonly shifts: Shift[] = [];
  /** When cases arrived, or room was asked for: each begins a visit of its own, which counts or does not. */
  private readonly arrivals: { readonly time: number; readonly isCounted: boolean }[] = [];

  constructor(readonly page: Page) {
    this.verdict = page.locator('#verdict');
    this.walk = page.getByRole('region', { name: 'Evaluation, step by step' });
    this.policies = page.getByRole('region', { name: 'Policies' });
    this.context = page.getByRole('region', { name: 'Context' });
    this.title = page.locator('.bar-case');
    // From the start: the browser hands a chooser out only once it knows that somebody listens, which may be after the press.
    page.on('filechooser', () => undefined);
    page.on('request', (request) => {
      const url = new URL(request.url());
      if (/^https?:/.test(url.protocol) && url.hostname !== '127.0.0.1') this.foreign.push(request.url());
    });
    page.on('pageerror', (error) => this.faults.push(error.message));
    page.on('console', (message) => {
      if (message.type() !== 'error' && message.type() !== 'warning') return;
      // Said by the test's browser itself, which keeps the service worker away.
      if (message.text() !== 'Service Worker registration blocked by Playwright')
        this.faults.push(message.text());
    });
  }

  /** Listens from the first paint of every visit on; a visit ends where the window is resized. */
  async watchShifts(): Promise<void> {
    await this.page.exposeFunction('toldOfShift', (shift: Shift) => this.shifts.push(shift));
    await this.page.addInitScript(() => {
      let resized = false;
      window.addEventListener('resize', () => (resized = true));
      interface Entry extends PerformanceEntry {
        readonly value: number;
        readonly sources: readonly {
          readonly node?: Node;
          readonly previousRect: DOMRect;
          readonly currentRect: DOMRect;
        }[];
      }
      // The picture opened downwards, or closed again: that was pressed, and what is below makes room. When it was open is
      // kept, because entries are told some time after what they are about.
      const opened: { from: number; to: number }[] = [];
      new MutationObserver(() => {
        const now = performance.now();
        const last = opened.at(-1);
        const isOpen = document.querySelector('.zoom, .scrub') !== null;
        if (last?.to === Infinity && !isOpen) last.to = now;
        else if (isOpen && last?.to !== Infinity) opened.push({ from: now, to: Infinity });
      }).observe(document, { childList: true, subtree: true });
      const isOfPicture = (time: number): boolean =>
        opened.some(({ from, to }) => time >= from - 50 && time < to + 1000);
      // A place that comes back was kept without being laid out, and Chrome counts it as moved by its own offset, in the
      // frame in which it comes: that was never on the screen.
      const came: { from: number; to: number }[] = [];
      new MutationObserver(() => {
        const arrival = { from: performance.now(), to: Infinity };
        came.push(arrival);
        requestAnimationFrame(() => requestAnimationFrame(() => (arrival.to = performance.now())));
      }).observe(document, { attributeFilter: ['data-shown'], subtree: true });
      const isOfArrival = (time: number, { node }: { readonly node?: Node }): boolean =>
        node instanceof Element &&
        node.closest('.stack-place') !== null &&
        came.some(({ from, to }) => time >= from - 50 && time <= to);
      // Going to another of the five places begins a visit there.
      const visited = (time: number): string =>
        `${performance.timeOrigin}/${came.filter(({ from }) => from <= time).length}`;
      const told = (window as unknown as { toldOfShift: (shift: object) => void }).toldOfShift;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as Entry[]) {
          if (resized) return;
          if (isOfPicture(entry.startTime)) continue;
          // The editor scrolls its text by moving it, which the browser counts; and what unfolds in a list or a
          // pop-over when it is pressed is no ground that moves.
          const within = '.monaco-editor, .panel > .body, .pop, .find';
          const isInside = ({ node }: { readonly node?: Node }): boolean => {
            const element = node instanceof Element ? node : node?.parentElement;
            // What is gone was there no longer to be looked at.
            return !node?.isConnected || Boolean(element?.closest(within));
          };
          const outside = entry.sources.filter(
            (source) => !isInside(source) && !isOfArrival(entry.startTime, source),
          );
          if (entry.sources.length > 0 && outside.length === 0) continue;
          // Of an entry about both, the part that is about the ground, by the definition of a shift: how much of the
          // window moved, times how far.
          const { innerWidth: width, innerHeight: height } = window;
          const room = outside.reduce((sum, { currentRect: is, previousRect: was }) => {
            return sum + is.width * is.height + was.width * was.height;
          }, 0);
          const far = Math.max(
            ...outside.map(({ currentRect: is, previousRect: was }) =>
              Math.max(Math.abs(is.x - was.x), Math.abs(is.y - was.y)),
            ),
          );
          const ofGround = (room / (width * height)) * (far / Math.max(width, height));
          const value =
            outside.length === entry.sources.length ? entry.value : Math.min(entry.value, ofGround);
          const what = entry.sources.map(({ node, previousRect: was, currentRect: is }) => {
            const name = node instanceof Element ? `${node.tagName}.${node.className}` : 'text';
            return `${name} ${was.x},${was.y} ${was.width}x${was.height} -> ${is.x},${is.y} ${is.width}x${is.height}`;
          });
          told({
            visit: visited(entry.startTime),
            time: performance.timeOrigin + entry.startTime,
            value,
            what: what.join('; '),
          });
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
  }

  /** The visits in which more moved than may, with what did. */
  restless(most = MOST_SHIFT): readonly string[] {
    const visits = new Map<string, Shift[]>();
    for (const shift of this.shifts) {
      const before = this.arrivals.filter(({ time }) => time <= shift.time);
      if (before.at(-1)?.isCounted === false) continue;
      const visit = `${shift.visit}/${before.length}`;
      visits.set(visit, [...(visits.get(visit) ?? []), shift]);
    }
    return [...visits.values()].flatMap((visit) => {
      const sum = visit.reduce((total, { value }) => total + value, 0);
      if (sum < most) return [];
      return [
        `${sum.toFixed(3)}: ${visit.map(({ value, what }) => `${value.toFixed(3)} ${what}`).join(' | ')}`,
      ];
    });
  }

  /** What comes now takes the place of what was there: a visit of its own begins. */
  async arrives(): Promise<void> {
    this.arrivals.push({ time: await this.drawn(), isCounted: true });
  }

  /** A request comes to the call or leaves it, and its lane with it: what is below makes room, as was asked for. */
  async makesRoom(): Promise<void> {
    this.arrivals.push({ time: await this.drawn(), isCounted: false });
  }

  /** Waits until all that the page has put in place by now is drawn; the time, as of a shift. */
  private drawn(): Promise<number> {
    return this.page.evaluate(
      () =>
        new Promise<number>((done) => {
          const now = (): void => done(performance.timeOrigin + performance.now());
          requestAnimationFrame(() => requestAnimationFrame(now));
        }),
    );
  }

  async open(fragment = ''): Promise<void> {
    await this.page.goto(fragment === '' ? '/' : `/#${fragment}`);
    await expect(this.verdict).toBeVisible();
  }

  /** Chooses from the menu of the case. */
  async caseMenu(item: string): Promise<void> {
    await this.title.click();
    await this.page.getByRole('menuitem', { name: item }).click();
  }

  /** Goes to a place by its word in the bar. */
  async goTo(word: string): Promise<void> {
    await this.page
      .getByRole('navigation', { name: 'Places' })
      .getByRole('link', { name: word, exact: true })
      .click();
  }

  async ask(request: { principal?: string; action?: string; resource?: string }): Promise<void> {
    if (request.principal !== undefined)
      await this.page.getByRole('textbox', { name: 'Principal', exact: true }).fill(request.principal);
    if (request.action !== undefined)
      await this.page.getByLabel('Action', { exact: true }).fill(request.action);
    if (request.resource !== undefined)
      await this.page.getByRole('textbox', { name: 'Resource', exact: true }).fill(request.resource);
  }

  /** Opens a worked example by its title. */
  async example(title: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Examples' }).click();
    await this.page.getByRole('searchbox', { name: 'Search the examples' }).fill(title);
    await this.arrives();
    await this.page.getByRole('dialog').getByRole('button', { name: title }).first().click();
    await expect(this.page.getByRole('dialog')).toBeHidden();
    // The examples are fetched when one is opened; its title says that it stands on the page.
    await expect(this.title).toHaveText(title);
  }

  /** The editor that has arrived, with its keyboard focus inside. */
  async editor(): Promise<Locator> {
    const editor = this.page.locator('.monaco-editor .native-edit-context').first();
    await editor.focus({ timeout: 30_000 });
    return editor;
  }

  /** What the editor explains about the word at the caret, asked for by its key until it is there. */
  async explained(words: string): Promise<Locator> {
    const hover = this.page.locator('.monaco-hover').filter({ hasText: words });
    await expect(async () => {
      await this.page.keyboard.press('ControlOrMeta+K');
      await this.page.keyboard.press('ControlOrMeta+I');
      await expect(hover).toBeVisible({ timeout: 2000 });
    }).toPass({ timeout: 20_000 });
    return hover;
  }

  /** Adds an identity-based policy with this text. */
  async identityPolicy(text: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Add a policy' }).click();
    await this.page.getByRole('menuitem', { name: /Identity-based/ }).click();
    await this.paste(text);
  }

  /** Replaces the open policy's text by pasting, as a person does. */
  async paste(text: string): Promise<void> {
    await this.editor();
    await this.page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
    await this.page.keyboard.press('ControlOrMeta+A');
    await this.page.keyboard.press('ControlOrMeta+V');
  }

  /** The text of the open policy as far as the editor draws it. */
  async text(): Promise<string> {
    const text = await this.page.locator('.view-lines').innerText();
    return text.replaceAll('\u00a0', ' ');
  }

  /** Puts the caret before the last character of a word, which stands once in the text. */
  async caretIn(word: string): Promise<void> {
    const { keyboard } = this.page;
    await keyboard.press('ControlOrMeta+Home');
    await keyboard.press('ControlOrMeta+F');
    const find = this.page.getByRole('textbox', { name: 'Find' });
    await find.fill(word);
    await find.press('Enter');
    await keyboard.press('Escape');
    await keyboard.press('ArrowRight');
    await keyboard.press('ArrowLeft');
  }

  /** Gives a context key that some policy reads a value, or changes it. */
  async setKey(key: string, value: string): Promise<void> {
    await this.context
      .getByRole('button', { name: new RegExp(`^(Give ${key} a value|Change ${key}):`) })
      .click();
    const choice = this.context.getByRole('group', { name: `Value of ${key}` });
    const field = this.context.getByRole('textbox', { name: `Value of ${key}` });
    await expect(choice.or(field)).toBeVisible();
    if (await choice.isVisible()) await choice.getByRole('button', { name: value, exact: true }).click();
    else {
      await field.fill(value);
      await field.press('Enter');
    }
  }

  /** The address that Share offers. */
  async link(): Promise<string> {
    await this.page.getByRole('button', { name: 'Share' }).click();
    const field = this.page.getByRole('textbox', { name: 'Link to this case' });
    await expect(field).toHaveValue(/#2\./);
    const link = await field.inputValue();
    await this.page.keyboard.press('Escape');
    return link;
  }
}

/** Every test gets a page, and fails if that page broke its own promises. */
export const test = base.extend<{ playground: Playground }>({
  playground: async ({ page }, use) => {
    const playground = new Playground(page);
    await playground.watchShifts();
    // `SLOW=4 npx playwright test …` is a machine four times as slow: what hangs on who comes first shows itself there.
    if (process.env.SLOW) {
      const session = await page.context().newCDPSession(page);
      await session.send('Emulation.setCPUThrottlingRate', { rate: Number(process.env.SLOW) });
    }
    await use(playground);
    expect(playground.restless(), 'what moved under the eyes').toEqual([]);
    expect(playground.foreign, 'requests to other origins').toEqual([]);
    expect(playground.faults, 'complaints in the console').toEqual([]);
  },
});

export { expect };
