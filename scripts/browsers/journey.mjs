/** The main journey: example, paste, typing in the editor, link, place to place. */
import { KEYS, Page } from './page.mjs';
import { until } from './wait.mjs';

const MESSAGE =
  'User: arn:aws:iam::111122223333:user/alice is not authorized to perform: sqs:SendMessage on resource: arn:aws:sqs:eu-west-1:111122223333:jobs because no identity-based policy allows the sqs:SendMessage action';

/** Borders, padding and the caret of a field, in pixels. */
const ROOM_BESIDE = 64;

const PLACES = ['Compare', 'Tighten', 'Account', 'Learn'];

/** Each step with its name; one that fails throws. */
export function stepsOf(driver, base) {
  const page = new Page(driver);
  return [
    [
      'an example, found and opened by keyboard',
      async () => {
        await page.go(`${base}/`);
        await page.reads('#verdict', 'What was asked');
        await page.click('button', 'Examples');
        await page.place('[role=dialog] input[type=search]');
        await page.type('nightly report');
        await page.type(KEYS.Enter);
        await page.reads('#verdict', 'The permissions boundary has no Allow for s3:PutObject');
      },
    ],
    [
      'the title’s field, as wide as its text',
      async () => {
        await page.click('button', 'Nightly report can’t be uploaded');
        await page.click('[role=menuitem]', 'Rename');
        await page.place('[aria-label="Title of this case"]');
        // What is left beside the text, and beside the limit.
        const { beside, most } = await page.ask(`(() => {
          const field = document.querySelector('[aria-label="Title of this case"]');
          const pen = document.createElement('canvas').getContext('2d');
          pen.font = getComputedStyle(field).font;
          const { width } = field.getBoundingClientRect();
          const limit = parseFloat(getComputedStyle(field.parentElement).maxWidth);
          return { beside: width - pen.measureText(field.value).width, most: limit - width };
        })()`);
        if (beside < 0 || beside > ROOM_BESIDE || most < 1)
          throw new Error(
            `the field is ${beside.toFixed()} pixels wider than its text and ${most.toFixed()} under its limit`,
          );
        await page.type(KEYS.Escape);
      },
    ],
    [
      'an error message, pasted',
      async () => {
        await page.click('button', 'Paste');
        await page.click('[role=dialog] textarea');
        await page.insert(MESSAGE);
        await page.place('[role=dialog] button', 'Fill in the case');
        await page.chord(KEYS.Control, KEYS.Enter);
        await page.reads('#verdict', 'AWS says: denied.');
      },
    ],
    [
      'typing in the editor',
      async () => {
        // The message says that an identity policy is there that nobody showed.
        await page.click('button', 'Add a policy');
        await page.click('[role=menuitem]', 'Identity-based');
        await page.place('.monaco-editor .view-lines');
        await until('the editor has the focus', () =>
          page.ask(`(document.activeElement?.closest('.monaco-editor') !== null)`),
        );
        await page.type('sqs:*');
        await page.reads('#verdict', 'Allowed.');
        await page.reads('.view-lines', '"sqs:*"');
      },
    ],
    [
      'the link, opened by somebody else',
      async () => {
        await page.click('button', 'Share');
        const link = await until('there is a link', async () => {
          const value = await page.ask(
            `(document.querySelector('[aria-label="Link to this case"]')?.value ?? '')`,
          );
          return value.includes('#2.') ? value : undefined;
        });
        await page.go('about:blank');
        await page.go(link);
        await page.reads('#verdict', 'Allowed.');
        const principal = await page.ask(
          `(document.querySelector('[aria-label=Principal], #principal')?.value ?? document.body.innerText)`,
        );
        if (!principal.includes('alice'))
          throw new Error(`the link lost its principal: “${principal.slice(0, 80)}”`);
      },
    ],
    [
      'from place to place, and back',
      async () => {
        for (const word of PLACES) {
          await page.click('nav a', word);
          await until(`${word} is shown`, () =>
            page.ask(
              `(document.title.startsWith(${JSON.stringify(word)}) || document.querySelector('nav a[aria-current=page]')?.textContent?.includes(${JSON.stringify(word)}))`,
            ),
          );
          await page.place('h1');
        }
        await page.click('nav a', 'Case');
        await page.reads('#verdict', 'Allowed.');
      },
    ],
    [
      'nothing complained',
      async () => {
        const sideways = await page.ask(
          '(document.documentElement.scrollWidth - document.documentElement.clientWidth)',
        );
        if (sideways > 0) throw new Error(`the page scrolls sideways by ${sideways} pixels`);
        if (driver.complaints.length > 0) throw new Error(driver.complaints.join('\n'));
      },
    ],
  ];
}
