/**
 * From a keystroke to the painted verdict, in the built page: a key changes the action, the verdict's words change,
 * and the frame after that is drawn. `node bench/keystroke.mjs` after `npm run build`.
 */
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { browser, root } from '../scripts/setup.mjs';

const KEYS = 40;

/** A policy of many statements, none of which allows the request until the last key of the action is typed. */
function heavyCase() {
  const statement = (index) => ({
    Sid: `S${index}`,
    Effect: 'Allow',
    Action: [`s3:Get${index}*`, 's3:PutObject'],
    Resource: `arn:aws:s3:::bucket-${index}/*`,
    Condition: {
      StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' },
      IpAddress: { 'aws:SourceIp': '203.0.113.0/24' },
    },
  });
  const document = (count) => ({
    Version: '2012-10-17',
    Statement: [
      ...Array.from({ length: count }, (_, index) => statement(index)),
      { Sid: 'Last', Effect: 'Allow', Action: 's3:GetObject', Resource: '*' },
    ],
  });
  const everything = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] };
  return {
    schema: 1,
    request: {
      principal: 'arn:aws:iam::111122223333:user/alice',
      action: 's3:GetObject',
      resource: 'arn:aws:s3:::bucket-7/key',
    },
    policies: {
      identity: [{ name: 'Heavy', document: document(200) }],
      scp: ['Root', 'OU', 'Account'].map((target) => ({
        target,
        policies: [{ name: 'FullAWSAccess', document: everything }],
      })),
    },
  };
}

const server = await preview({ root, preview: { port: 4319, strictPort: true, host: '127.0.0.1' } });
const chrome = await chromium.launch({ executablePath: await browser(), args: ['--no-sandbox'] });
const page = await chrome.newPage({ viewport: { width: 1440, height: 900 } });
await page.addInitScript(
  (draft) => sessionStorage.setItem('verdict.draft', draft),
  JSON.stringify(heavyCase()),
);
await page.goto('http://127.0.0.1:4319/');
await page.waitForSelector('.monaco-editor .view-line');
await page.getByLabel('Action', { exact: true }).focus();
await page.keyboard.press('End');
await page.evaluate(() => {
  window.times = [];
  document.addEventListener(
    'input',
    (event) => {
      const start = event.timeStamp;
      // The frame that shows the change is drawn after this callback; the task behind it runs when it is out.
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => window.times.push(performance.now() - start);
        channel.port2.postMessage(undefined);
      });
    },
    true,
  );
});
for (let key = 0; key < KEYS; key += 1) {
  const before = await page.evaluate(() => window.times.length);
  await page.keyboard.press(key % 2 === 0 ? 'Backspace' : 't');
  await page.waitForFunction((count) => window.times.length > count, before);
}
const times = (await page.evaluate(() => window.times)).sort((one, other) => one - other);
const at = (share) => times[Math.floor(share * (times.length - 1))].toFixed(1);
console.log(`keystroke to painted verdict, 201 statements and 3 SCP levels, ${KEYS} keys:`);
console.log(
  `  median ${at(0.5)} ms, 90th percentile ${at(0.9)} ms, worst ${at(1)} ms (one frame is 16.7 ms)`,
);
await chrome.close();
await new Promise((resolve) => server.httpServer.close(resolve));
process.exit(0);
