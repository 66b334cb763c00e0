/** The built page with a heavy case open, for measurements in a browser. */
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { browser, root } from '../scripts/setup.mjs';

/** A policy of many statements, none of which allows the request but the last. */
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

/** Opens the page of a build, runs the measurement, and closes everything again. */
export async function measurePage(port, run, folder = root) {
  await measurePages([{ port, folder }], ([page]) => run(page));
}

/** Opens the heavy case in several builds at once, each in a browser of its own, runs the measurement, and closes everything again. */
export async function measurePages(builds, run) {
  const opened = [];
  try {
    for (const { port, folder } of builds) opened.push(await openHeavy(port, folder));
    await run(opened.map(({ page }) => page));
  } finally {
    for (const { server, chrome } of opened) {
      await chrome.close();
      await new Promise((resolve) => server.httpServer.close(resolve));
    }
  }
}

async function openHeavy(port, folder) {
  const server = await preview({
    root: folder,
    configFile: false,
    preview: { port, strictPort: true, host: '127.0.0.1' },
  });
  const chrome = await chromium.launch({ executablePath: await browser(), args: ['--no-sandbox'] });
  const page = await chrome.newPage({ viewport: { width: 1440, height: 900 } });
  await page.addInitScript(
    (draft) => sessionStorage.setItem('verdict.draft', draft),
    JSON.stringify(heavyCase()),
  );
  await page.goto(`http://127.0.0.1:${port}/`);
  await page.waitForSelector('.monaco-editor .view-line');
  return { server, chrome, page };
}

/** The value under which a share of the list lies. */
export function quantile(list, share) {
  return list.toSorted((one, other) => one - other)[Math.floor(share * (list.length - 1))];
}
