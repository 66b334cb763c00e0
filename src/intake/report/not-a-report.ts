/** What a text is that is no report: neighbours of reports that people paste in their place, each with the command that helps. */
import { at, textAt } from '../evidence/values';
import type { ReportProblem } from './problem';
import type { Source } from './source';

const DETAILS = 'aws iam get-account-authorization-details > account.json';
const CREDENTIALS = 'aws iam get-credential-report > credentials.json';

/** Lists that the CLI prints, which hold names where policies are needed. */
const LISTS: Readonly<Record<string, string>> = {
  Users: 'users',
  Roles: 'roles',
  Groups: 'groups',
  Policies: 'policies',
  InstanceProfiles: 'instance profiles',
};

/** Why a text that no reader knows is no report. */
export function notAReport(source: Source): readonly ReportProblem[] {
  // A cut account is one fault, and the reader of the text has told the same in other words.
  const cut = accountPart(source);
  return cut === undefined ? [...source.problems, ...reasonOf(source)] : [cut];
}

/** The first reason that fits. */
function reasonOf(source: Source): readonly ReportProblem[] {
  const { roots, problems, table } = source;
  if (roots.some((root) => textAt(root, 'JobId') !== undefined || textAt(root, 'jobId') !== undefined))
    return [
      {
        id: 'job-id-only',
        message:
          'this is the number of the job, not its report: run `aws iam get-service-last-accessed-details --job-id …` with it',
      },
    ];
  const known = credentialStep(source) ?? listOf(source);
  if (known !== undefined) return [known];
  if (problems.some(({ id }) => id === 'empty' || id === 'wrong-encoding' || id === 'too-long')) return [];
  if (table !== undefined)
    return [
      {
        id: 'missing-columns',
        message: 'the table has neither a column `eventsource` nor `eventname`, so no call can be told',
        line: 1,
      },
    ];
  return [
    {
      id: 'not-recognized',
      message:
        'this is none of the reports that can be read here: last accessed, CloudTrail events, findings of unused access, generated policies, simulator results, credential reports, an account’s authorization details',
    },
  ];
}

/** Authorization details that end in the middle. */
function accountPart({ text, problems }: Source): ReportProblem | undefined {
  const cut = problems.find(({ id }) => id === 'cut-off');
  if (cut === undefined || !/"(?:User|Role|Group)DetailList"/.test(text)) return undefined;
  return {
    id: 'cut-off',
    message: `this is an account’s authorization details, and the text ends in the middle. Nothing of it is used: a part would look like the whole. Run \`${DETAILS}\` again`,
    ...(cut.line !== undefined && { line: cut.line }),
  };
}

/** The steps before a credential report, and AWS's refusals. IAM API Reference: GenerateCredentialReport, GetCredentialReport. */
function credentialStep({ text, roots }: Source): ReportProblem | undefined {
  const state = roots.map((root) => textAt(root, 'State')).find((one) => one !== undefined);
  if (state === 'STARTED' || state === 'INPROGRESS' || state === 'COMPLETE')
    return {
      id: 'job-not-completed',
      message: `this says how far the credential report is (\`${state}\`), and holds none of it: run \`${CREDENTIALS}\``,
    };
  const refused = /\bReport(?:NotPresent|Expired|InProgress)\b/.exec(text.slice(0, 2000))?.[0];
  if (refused === undefined) return undefined;
  const again =
    refused === 'ReportInProgress'
      ? `wait a moment, then run \`${CREDENTIALS}\``
      : `run \`aws iam generate-credential-report\`, then \`${CREDENTIALS}\``;
  return {
    id: 'job-not-completed',
    message: `AWS has no credential report to give (\`${refused}\`): ${again}`,
  };
}

function listOf({ roots }: Source): ReportProblem | undefined {
  const list = Object.keys(LISTS).find((name) => roots.some((root) => Array.isArray(at(root, name))));
  if (list === undefined) return undefined;
  return {
    id: 'not-recognized',
    message: `this is a list of ${LISTS[list]!} without what their policies say, so nothing can be answered from it: run \`${DETAILS}\``,
  };
}
