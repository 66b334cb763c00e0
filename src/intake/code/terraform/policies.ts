/** The policies of a configuration, each with what it is attached to. */
import type { Layer } from '../../../case/scenario';
import { guessLayer } from '../../guess-layer';
import type { Block, Body, Expression, Span } from '../hcl/tree';
import type { Value } from '../hcl/values';
import { lambdaPolicyOf } from '../lambda-permission';
import { Places } from '../place';
import type { CodePolicy, Holder, NotRead } from '../types';
import { attachmentsOf, type Attached } from './attachments';
import { addressOf, type Configuration } from './configuration';
import { documentOf, type Document } from './documents';
import { holderOfBlock, holdersOf, nameOf } from './holders';
import type { Instance } from './instances';
import { LAMBDA_PERMISSION } from './lambda-permissions';
import { permissionsIn } from './lambda-blocks';
import { membersIn } from './memberships';
import { NO_IAM_POLICIES, ORGANIZATION_TYPES, POLICY_ARGUMENTS } from './resource-types';

type Kind = Layer | 'trust';

/** Every policy, in the order of the text. Throws `HclFault` where the work grows beyond reason. */
export function policiesOf(text: string, configuration: Configuration): readonly CodePolicy[] {
  const reader = new PolicyReader(text, configuration);
  const found = configuration.blocks.flatMap((block) =>
    configuration.eachOf(block, () => reader.block(block)),
  );
  // A document that nothing in the text uses is a policy by itself; all are worked out before that is known.
  const documents = configuration.blocks.filter(isDocument);
  for (const block of documents)
    configuration.eachOf(block, (instance) => [configuration.document(block, instance)]);
  const alone = documents.flatMap((block) =>
    configuration.eachOf(block, (instance) => reader.unused(block, instance)),
  );
  const all = [...found, ...alone, ...reader.permissions(), ...reader.named()];
  return membersIn(configuration).withMembers(all.sort((one, other) => one.line - other.line));
}

function isDocument({ type, labels }: Block): boolean {
  return type === 'data' && labels[0] === 'aws_iam_policy_document';
}

interface Found {
  readonly name: string;
  readonly kind: string;
  readonly at: Span;
  readonly document: Document;
  readonly policyKind: Kind | undefined;
  readonly attachedTo: readonly Holder[];
}

class PolicyReader {
  readonly #attached: Attached;
  readonly #places: Places;
  #locals: ReadonlySet<string> | undefined;

  constructor(
    private readonly text: string,
    private readonly configuration: Configuration,
  ) {
    this.#attached = attachmentsOf(configuration);
    this.#places = new Places(text);
  }

  block(block: Block): readonly CodePolicy[] {
    const [type = ''] = block.labels;
    if (block.type === 'data' || block.type === 'variable' || NO_IAM_POLICIES.has(type)) return [];
    if (type === LAMBDA_PERMISSION) return [];
    if (block.type !== 'resource') return this.anyArgument(block);
    if (type === 'aws_iam_policy') return this.managed(block, 'policy', 'identity');
    if (type === 'aws_organizations_policy') return this.ofOrganization(block);
    const argument = Object.hasOwn(POLICY_ARGUMENTS, type) ? POLICY_ARGUMENTS[type] : undefined;
    if (argument === undefined) return this.anyArgument(block);
    const { attribute, policyKind, holder } = argument;
    const own = block.body.attributes.get(attribute)?.value;
    const holders =
      holder.argument === undefined
        ? [holderOfBlock(block, holder.kind, this.configuration)]
        : holdersOf(block.body.attributes.get(holder.argument)?.value, holder.kind, this.configuration);
    return [
      ...this.one(block, own, { policyKind, attachedTo: holders }),
      ...(type === 'aws_iam_role' ? this.inline(block) : []),
    ];
  }

  /** `inline_policy` blocks of a role. */
  inline(block: Block): readonly CodePolicy[] {
    const attachedTo = [holderOfBlock(block, 'role', this.configuration)];
    return block.body.blocks
      .filter(({ type, labels }) => type === 'inline_policy' || labels[0] === 'inline_policy')
      .flatMap((inner) => {
        const body: Body = inner.type === 'dynamic' ? (inner.body.blocks[0]?.body ?? inner.body) : inner.body;
        const policy = body.attributes.get('policy')?.value;
        const inside = { ...inner, body };
        const name =
          this.configuration.knownText(inside, 'name') ?? `${nameOf(block, this.configuration)} inline`;
        return this.one(block, policy, { policyKind: 'identity', attachedTo, name });
      });
  }

  /** A managed policy: once for each way in which it is attached. */
  managed(block: Block, attribute: string, kind: Kind): readonly CodePolicy[] {
    const value = block.body.attributes.get(attribute)?.value;
    const uses = this.#attached.of(addressOf(block), this.configuration.instance?.key);
    if (uses.length === 0) return this.one(block, value, { policyKind: kind, attachedTo: [] });
    return uses.flatMap(({ policyKind, holders }) =>
      this.one(block, value, {
        policyKind: policyKind === 'boundary' ? policyKind : kind,
        attachedTo: holders,
      }),
    );
  }

  ofOrganization(block: Block): readonly CodePolicy[] {
    const type = this.configuration.knownText(block, 'type') ?? 'SERVICE_CONTROL_POLICY';
    return Object.hasOwn(ORGANIZATION_TYPES, type)
      ? this.managed(block, 'content', ORGANIZATION_TYPES[type]!)
      : [];
  }

  /** Whatever argument holds a policy: resources that are not listed, modules, locals, outputs. */
  anyArgument(block: Block): readonly CodePolicy[] {
    const own = [...block.body.attributes.values()].flatMap(({ name, value }) =>
      this.mayHold(block, name, value)
        ? this.one(block, value, { policyKind: undefined, attachedTo: [], argument: name })
        : [],
    );
    const inner = block.body.blocks.flatMap((each) =>
      this.anyArgument({ ...each, labels: block.labels, type: block.type }),
    );
    return [...own, ...inner];
  }

  /**
   * Worth working out: what is only a reference or a name is no policy of its own. Statements alone are a policy only as
   * a part of a text without a block, and a local that something else uses belongs to that.
   */
  mayHold({ type, labels }: Block, name: string, { start, end, kind }: Expression): boolean {
    if (kind === 'literal') return false;
    if (type === 'locals' && this.localsUsed().has(name)) return false;
    return (labels[0] === 'fragment' ? /Statement|Effect/ : /Statement/).test(this.text.slice(start, end));
  }

  /** The names behind `local.` in the text, each taken as long as it is. */
  localsUsed(): ReadonlySet<string> {
    this.#locals ??= new Set(
      [...this.text.matchAll(/(?<![\w.-])local\.([A-Za-z_][\w-]*)/g)].map(([, name]) => name!),
    );
    return this.#locals;
  }

  unused(block: Block, instance: Instance | undefined): readonly CodePolicy[] {
    if (this.configuration.used.has(block)) return [];
    const built = this.configuration.document(block, instance);
    const at = { start: block.start, end: block.end };
    const document: Document =
      built.kind === 'notKnown'
        ? { document: undefined, placeholders: [], losses: [built.at] }
        : (this.built(built.value, at) ?? { document: undefined, placeholders: [], losses: [at] });
    return [
      this.made({
        name: `${block.labels[1] ?? ''}${instance?.suffix ?? ''}`,
        kind: 'aws_iam_policy_document',
        at,
        document,
        policyKind: undefined,
        attachedTo: [],
      }),
    ];
  }

  /** The policies of functions, which permissions of their own put together. */
  permissions(): readonly CodePolicy[] {
    return permissionsIn(this.configuration).map(({ value, at, holder }) =>
      this.made({
        ...lambdaPolicyOf(holder, LAMBDA_PERMISSION),
        at,
        document: this.built(value, at) ?? { document: undefined, placeholders: [], losses: [at] },
      }),
    );
  }

  built(value: Value | undefined, at: Span): Document | undefined {
    return value === undefined
      ? undefined
      : documentOf(value, { ...at, kind: 'item' }, this.configuration.evaluator);
  }

  /** Policies of AWS or of elsewhere that the text only names. */
  named(): readonly CodePolicy[] {
    return this.#attached.elsewhere().map(({ arn, policyKind, holders, at }) => ({
      name: arn.slice(arn.lastIndexOf('/') + 1),
      kind: 'aws_iam_policy',
      policyKind,
      arn,
      attachedTo: holders,
      placeholders: [],
      notRead: [],
      line: this.#places.of(at).line,
    }));
  }

  one(
    block: Block,
    expression: Expression | undefined,
    about: Pick<Found, 'policyKind' | 'attachedTo'> & { readonly name?: string; readonly argument?: string },
  ): readonly CodePolicy[] {
    if (expression === undefined) return [];
    const { evaluator } = this.configuration;
    const document = documentOf(evaluator.value(expression), expression, evaluator);
    if (document === undefined) return [];
    const hidden = this.hidden(expression);
    const name =
      about.name ??
      (about.argument === undefined || block.type === 'resource'
        ? nameOf(block, this.configuration)
        : block.type === 'locals'
          ? about.argument
          : `${addressOf(block)}${this.configuration.instance?.suffix ?? ''}.${about.argument}`);
    return [
      this.made({
        name,
        kind: block.type === 'resource' ? block.labels[0]! : block.type,
        at: expression,
        document:
          hidden === undefined
            ? this.withLoss(document, expression)
            : { document: undefined, placeholders: [], losses: [hidden] },
        policyKind: about.policyKind,
        attachedTo: about.attachedTo,
      }),
    ];
  }

  /** `terraform plan` leaves out what does not change, and says so in its place. */
  hidden({ start, end }: Expression): Span | undefined {
    const found = /# \(\d{1,9} unchanged \w{1,20} hidden\)/.exec(this.text.slice(start, end));
    return found === null
      ? undefined
      : { start: start + found.index, end: start + found.index + found[0].length };
  }

  withLoss(document: Document, expression: Expression): Document {
    if (document.document !== undefined) return document;
    const loss = this.lossOfSource(expression);
    return loss === undefined ? document : { ...document, losses: [loss] };
  }

  /** Where `data.….json` of the text stands for a document that could not be read, the place in it. */
  lossOfSource(expression: Expression): Span | undefined {
    const address = /^\s*(data\.aws_iam_policy_document\.[\w-]+)/.exec(
      this.text.slice(expression.start, expression.end),
    )?.[1];
    const block = address === undefined ? undefined : this.configuration.block(address);
    const built = block === undefined ? undefined : this.configuration.document(block);
    return built?.kind === 'notKnown' ? built.at : undefined;
  }

  made({ name, kind, at, document, policyKind, attachedTo }: Found): CodePolicy {
    const guess = guessLayer(document.document);
    return {
      name,
      kind,
      policyKind: policyKind ?? (guess.trust ? 'trust' : guess.layer),
      ...(document.document !== undefined && { document: document.document }),
      attachedTo,
      placeholders: document.placeholders,
      notRead: document.losses.map((loss) => this.notRead(loss)),
      line: this.#places.of(at.start).line,
    };
  }

  notRead({ start, end }: Span): NotRead {
    const what = this.text
      .slice(start, Math.min(end, start + 200))
      .replace(/\s+/g, ' ')
      .trim();
    return { what: what.length > 60 ? `${what.slice(0, 59)}…` : what, ...this.#places.of(start) };
  }
}
