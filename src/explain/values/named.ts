/** The parts of texts that people know by name. */
import { firstFiveColons } from '../../language/arn';
import type { Stretch } from './types';

const FIELDS = ['', 'partition', 'service', 'Region', 'account'] as const;
/** Shorter parts have no room for a name. */
const SHORT = 5;

/** Of an ARN: service, Region, account, and what the service has behind them. */
export function arnParts(text: string): readonly Stretch[] {
  const colons = firstFiveColons(text);
  if (!colons) return [];
  const parts: Stretch[] = [];
  for (let at = 2; at < FIELDS.length; at += 1) {
    const [from, to] = [colons[at - 1]! + 1, colons[at]!];
    if (to - from >= SHORT) parts.push({ from, to, name: FIELDS[at]! });
  }
  const start = colons[4]! + 1;
  const service = text.slice(colons[1]! + 1, colons[2]);
  const slash = text.indexOf('/', start);
  if (service === 's3' && slash > start) {
    return [
      ...parts,
      { from: start, to: slash, name: 'bucket' },
      { from: slash + 1, to: text.length, name: 'key' },
    ];
  }
  const name = service === 's3' ? 'bucket' : service === 'secretsmanager' ? 'secret' : 'resource';
  return start < text.length ? [...parts, { from: start, to: text.length, name }] : parts;
}

/** Of an action: its service and its name. */
export function actionParts(text: string): readonly Stretch[] {
  const colon = text.indexOf(':');
  return colon <= 0
    ? []
    : [
        { from: 0, to: colon, name: 'service' },
        { from: colon + 1, to: text.length, name: 'action' },
      ];
}

/** GitHub Docs: "OpenID Connect reference", the subject claim: `repo:OWNER/NAME:` and what the workflow runs for. */
export function claimParts(key: string, text: string): readonly Stretch[] {
  if (key.toLowerCase() !== 'token.actions.githubusercontent.com:sub') return [];
  const colon = text.indexOf(':', 'repo:'.length);
  if (!text.startsWith('repo:') || colon === -1) return [];
  return [
    { from: 'repo:'.length, to: colon, name: 'repository' },
    { from: colon + 1, to: text.length, name: 'what it runs for' },
  ];
}
