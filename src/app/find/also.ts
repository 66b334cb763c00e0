/** Other words that people type for a command or a place, by its id. Small letters, a space between two. */
export const ALSO: Readonly<Record<string, string>> = {
  case: 'why denied allowed evaluate simulator simulate verdict request',
  compare: 'diff difference versions change wider narrower proof',
  tighten: 'least privilege unused permissions last accessed cloudtrail trail used reduce',
  account:
    'who can access admin administrator admins escalation privilege users roles keys credentials credential report',
  learn: 'lesson lessons course tutorial teach quiz test exam puzzle training',
  actions: 'every all actions can do allowed sweep',
  tests: 'test assertions expectations',
  keep: 'before snapshot baseline',
  alsoNeeds: 'dependent several authorizations',
  notes: 'note comment comments',
  changes: 'fix repair solve why denied allow deny',
  keys: 'context condition conditions mfa ip',
  outside: 'external public anonymous exposed exposure cross account internet',
  paste:
    'error access denied accessdenied message decode encoded import event cloudtrail policy json terraform cloudformation cdk pulumi yaml upload',
  new: 'empty clear reset blank',
  open: 'load import json upload',
  save: 'download json export',
  share:
    'link url send copy export mask anonymize anonymise redact report markdown mermaid terraform cloudformation cli',
  examples: 'example sample samples demo',
  forget: 'delete clear history recent',
  rules: 'docs documentation help reference logic',
  undo: 'back revert',
  redo: 'again',
  'theme-dark': 'dark night mode black colours colors',
  'theme-light': 'light day mode white colours colors',
  'theme-system': 'mode auto colours colors',
  findKey: 'shortcut shortcuts keyboard hotkey ctrl cmd',
};

/** Services whose actions are asked for most: their actions stand before equals of others. */
export const USUAL: ReadonlySet<string> = new Set(
  's3 iam sts ec2 lambda dynamodb kms sqs sns secretsmanager ssm logs cloudwatch rds ecs ecr eks cloudformation'.split(
    ' ',
  ),
);
