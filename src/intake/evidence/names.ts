/** Principals and resources as messages write them: quoted, masked, cut, or by a name that is no ARN. */

export interface ReadPrincipal {
  readonly principal?: string;
  readonly notes: readonly string[];
}

export interface ReadResource {
  readonly resource?: string;
  readonly notes: readonly string[];
  /** The text behind the resource. */
  readonly after: string;
}

const PRINCIPAL_ARN =
  /^arn:aws[a-z-]*:(?:iam|sts)::\d{12}:(?:root|(?:user|role|assumed-role|federated-user|saml-provider|oidc-provider)\/\S+)$/;
const SERVICE = /^[a-z0-9][a-z0-9.-]{0,100}\.amazonaws\.com(?:\.cn)?$/;

/** Who `User: …` names. What cannot be used as it stands is left out, and said. */
export function readPrincipal(written: string): ReadPrincipal {
  const name = written.replace(/^["'`\s]+|(?<!["'`\s])["'`\s]+$/g, '');
  if (/^anonymous$/i.test(name)) return { principal: '*', notes: [] };
  if (SERVICE.test(name) || PRINCIPAL_ARN.test(name)) return { principal: name, notes: [] };
  if (/^arn:/.test(name) && /\s/.test(name))
    return {
      notes: ['The caller’s ARN was broken over lines and could not be put together again; fill it in.'],
    };
  return { notes: [`The caller \`${shorten(name)}\` is not a whole ARN; fill it in.`] };
}

/** The resource after an action: a quoted or plain ARN, `*`, or words. */
export function readResource(rest: string): ReadResource {
  const lead = /^["'`]?[ \n]on[ \n]resource(?:\(s\)|s)?:?[ \n]?/i.exec(rest);
  if (lead === null) return { notes: [], after: rest };
  const text = rest.slice(lead[0].length);
  const quoted = /^["`']((?:arn:|\*)[^"'`]{0,2100})["'`]/.exec(text);
  if (quoted !== null) {
    const after = text.slice(quoted[0].length);
    return quoted[1]!.includes('\n') ? { notes: [BROKEN], after } : checked(quoted[1]!, after);
  }
  // A name in angle brackets stands for what its author took out.
  const plain = /^(?:arn:(?:[^\s"'<>`]|<[\w. -]{1,40}>){1,2100}|\*)/.exec(text);
  if (plain !== null) {
    const behind = text.slice(plain[0].length);
    // Nothing tells whether the ARN ends with the line.
    if (behind.startsWith('\n')) return { notes: [BROKEN], after: behind };
    // A word between the ARN and the reason is the rest of a name that a line end or a blank cut in two.
    const torn = /^ \S{1,300} (?=because no |with an explicit deny)/i.exec(behind);
    if (torn !== null) return { notes: [BROKEN], after: behind.slice(torn[0].length - 1) };
    // Before the reason a point is part of a name; at the end it closes the sentence.
    const inSentence = /^ (?:because no |with an explicit deny)/i.test(behind);
    const found = inSentence ? plain[0] : withoutClosing(plain[0].replace(/[.,;:]$/, ''));
    return checked(found, behind);
  }
  const words = /^([^]{0,300}?)(?= because | with an explicit deny| \(|["<]|\. |$)/.exec(text)?.[1] ?? '';
  const after = text.slice(words.length);
  if (words.trim() === '') return { notes: [], after };
  if (/^[\s.…]+$/.test(words)) return { notes: ['The resource is cut out of the text; fill it in.'], after };
  return {
    notes: [`The resource is named \`${shorten(words.trim())}\`, not by its ARN; fill it in.`],
    after,
  };
}

const BROKEN = 'The resource’s ARN was broken over lines, and nothing tells where it ends; fill it in.';

/** Closing brackets at the end that nothing opened belong to the sentence around. */
const withoutClosing = (name: string): string =>
  name.includes('(') ? name : name.replace(/(?<!\))\)+$/, '');

/** An ARN has six parts, and its account is digits, `aws`, or nothing. */
function checked(resource: string, after: string): ReadResource {
  if (resource === '*') return { resource, notes: [], after };
  const [, partition, service, , account, ...name] = resource.split(':');
  if (!partition || !service || account === undefined || name.join(':') === '')
    return {
      notes: ['The resource’s ARN is cut off or broken over lines, so it is not used; fill it in.'],
      after,
    };
  if (account !== '' && account !== 'aws' && !/^\d{12}$/.test(account))
    return {
      notes: [
        `The account in the resource’s ARN \`${shorten(resource)}\` is masked; fill in the ARN with its account.`,
      ],
      after,
    };
  return { resource, notes: [], after };
}

function shorten(text: string): string {
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}
