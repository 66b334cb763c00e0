/** The four ways to get the evidence, for this user or role. */
import { lastSegment, parseArn } from '../../language/arn';
import { shellWord } from '../../intake/ask/shell';

export interface EvidenceSource {
  readonly name: string;
  readonly note: string;
  readonly command: string;
}

const UNKNOWN = 'ROLE_ARN';

/** With the ARN of the case's user or role, or a word in its place. */
export function evidenceSources(holder: string | undefined): readonly EvidenceSource[] {
  const arn = holder ?? UNKNOWN;
  const user = parseArn(arn)?.resource.startsWith('user/') === true;
  const name = user ? lastSegment(arn) : 'SESSION_NAME';
  const column = user ? 'useridentity.arn' : 'useridentity.sessioncontext.sessionissuer.arn';
  return [
    {
      name: 'Last accessed',
      note: '400 days, by service and tracked action. Without --max-items it stops after 100 services',
      command: `aws iam generate-service-last-accessed-details \\\n  --granularity ACTION_LEVEL \\\n  --arn ${shellWord(arn)}\naws iam get-service-last-accessed-details \\\n  --job-id JOB_ID --max-items 1000`,
    },
    {
      name: 'CloudTrail',
      note: '90 days of management events, of this one Region: run it once for each',
      command: `aws cloudtrail lookup-events --region REGION --lookup-attributes \\\n  AttributeKey=Username,AttributeValue=${shellWord(name)}`,
    },
    {
      name: 'Athena',
      note: 'data events too, if the trail has them',
      command: `SELECT * FROM cloudtrail_logs\nWHERE ${column} =\n  '${arn.replaceAll("'", "''")}'`,
    },
    {
      name: 'Unused access finding',
      note: 'of Access Analyzer',
      command: 'aws accessanalyzer get-finding-v2 \\\n  --analyzer-arn ANALYZER_ARN --id FINDING_ID',
    },
  ];
}
