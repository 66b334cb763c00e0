/** CloudFormation and AWS SAM, in YAML or JSON: every policy of a template with its references left as placeholders. */
import type { CodeRead, CodeReader } from '../types';
import { Collector } from './collect';
import { readFragment } from './fragment';
import { callFunction } from './functions';
import { knownValues } from './known';
import { placesIn } from './places';
import { hasCall, regionOf, type Region } from './region';
import { readResources } from './resources';
import { scopeOf } from './scope';
import { entriesOf, member, textOf, type Tree } from './tree';

/** A line with which a template, a resource or a part of one may begin. */
const FIRST =
  /^[ \t]*(?:\{|- |["']?(?:AWSTemplateFormatVersion|Resources|Transform|Description|Metadata|Parameters|Mappings|Conditions|Globals|Outputs|Rules|Type|Properties|Policies|PolicyDocument|AssumeRolePolicyDocument|KeyPolicy|Version|Statement|[A-Z]\w{0,100})["']?:)/m;

export const cloudFormationReader: CodeReader = {
  mayRead: (text) =>
    /\bType["']?\s*:\s*["']?AWS::\w+::\w+|^[ \t]*["']?AWSTemplateFormatVersion\b/m.test(text) ||
    (/(?:^|[\s:[,-])!(?:Sub|Ref|GetAtt|Join|If|ImportValue|FindInMap|Select)\b|["']?(?:Fn::\w+|Ref)["']?\s*:/m.test(
      text,
    ) &&
      /\bStatement\b|\bEffect\b/.test(text)),
  read: (text) => {
    const region = regionOf(text, FIRST);
    return region === undefined ? undefined : readRegion(text, region);
  },
};

function readRegion(text: string, { start, end, parsed }: Region): CodeRead | undefined {
  const parts = [{ start, end }];
  const place = placesIn(text, start);
  if (parsed.kind === 'fault') {
    // A text of another kind may look like a template from afar.
    if (!/\bAWS::\w+::\w+|![A-Z]\w+|Fn::/.test(text.slice(start, end))) return undefined;
    const { line, column } = place(parsed.at);
    const note = `The template could not be read: in line ${line}, column ${column}, ${parsed.problem}.`;
    return { language: 'cloudFormation', policies: [], known: {}, notes: [note], parts };
  }
  const tree = templateIn(parsed.tree);
  const { scope, notes } = scopeOf(tree, (at) => place(at).line, callFunction);
  const collector = new Collector(scope, place);
  const resources = resourcesOf(tree);
  if (resources !== undefined) readResources(resources, collector);
  else if (hasCall(tree)) readFragment(tree, collector);
  for (const name of loopsIn(resources ?? tree)) {
    scope.note(`\`${name}\` is not read: ${PROCESSED}`);
    collector.leftOut = true;
  }
  if (collector.policies.length === 0 && !collector.leftOut) return undefined;
  return {
    language: isSam(tree) ? 'sam' : 'cloudFormation',
    policies: collector.policies,
    known: knownValues(resources, collector),
    notes: [...notes],
    parts,
  };
}

/** CloudFormation User Guide, "Fn::ForEach", "Fn::Transform": CloudFormation writes out what they stand for. */
const PROCESSED =
  'CloudFormation writes out what it stands for. Paste the answer of `aws cloudformation get-template --template-stage Processed`.';

function loopsIn(tree: Tree): readonly string[] {
  return entriesOf(tree).flatMap(([name]) => (/^Fn::(?:ForEach::\w|Transform$)/.test(name) ? [name] : []));
}

/** `aws cloudformation get-template` has it in `TemplateBody`. */
function templateIn(tree: Tree): Tree {
  return member(tree, 'TemplateBody') ?? tree;
}

/** A whole template, resources alone, or one resource. */
function resourcesOf(tree: Tree): Tree | undefined {
  const section = member(tree, 'Resources');
  if (section !== undefined) return section;
  if (isResource(tree)) return { kind: 'map', entries: new Map([['Resource', tree]]), at: tree.at };
  return entriesOf(tree).some(([, item]) => isResource(item)) ? tree : undefined;
}

function isResource(tree: Tree): boolean {
  return /^(?:AWS|Custom|Alexa)::/.test(textOf(member(tree, 'Type')) ?? '');
}

function isSam(tree: Tree): boolean {
  const transform = member(tree, 'Transform');
  const names = transform?.kind === 'list' ? transform.items.map(textOf) : [textOf(transform)];
  return names.some((name) => name?.startsWith('AWS::Serverless') === true);
}
