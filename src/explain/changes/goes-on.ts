/** Resources whose ARN goes on where a pattern ends that names them without its end, as AWS documents it. */
interface GoesOn {
  readonly of: RegExp;
  readonly rest: RegExp;
  readonly ending: string;
  readonly kind: 'correctResource' | 'addResource';
  readonly words: string;
}

const GOES_ON: readonly GoesOn[] = [
  {
    // Secrets Manager User Guide, "Secrets Manager secret: ARN": six random characters end it, and -?????? stands for them.
    of: /:secretsmanager:.*:secret:/,
    rest: /^-[A-Za-z0-9]{6}$/,
    ending: '-??????',
    kind: 'correctResource',
    words: 'Match the random end of the secret’s ARN in',
  },
  {
    // Lambda Developer Guide, "Using versions in Lambda", "aliases": a qualifier is part of the ARN.
    of: /:lambda:.*:function:/,
    rest: /^:[\w$-]+$/,
    ending: ':*',
    kind: 'addResource',
    words: 'Add the versions and aliases of the function to',
  },
  {
    // Service Authorization Reference, "Amazon CloudWatch Logs": streams are under `log-group:NAME:log-stream:…`.
    of: /:logs:.*:log-group:/,
    rest: /^:log-stream:/,
    ending: ':*',
    kind: 'addResource',
    words: 'Add the streams of the log group to',
  },
];

/** The pattern that covers the resource, and what is done with it; undefined where it does not go on so. */
export function goesOn(
  pattern: string,
  resource: string,
): { readonly kind: GoesOn['kind']; readonly words: string; readonly pattern: string } | undefined {
  const found = GOES_ON.find(
    ({ of, rest }) =>
      of.test(pattern) && resource.startsWith(pattern) && rest.test(resource.slice(pattern.length)),
  );
  return found && { kind: found.kind, words: found.words, pattern: `${pattern}${found.ending}` };
}
