/** The ARN formats of the service reference, as patterns that a written ARN can be held against. */
import { patternOf } from '../catalog/service-lookup';
import type { Catalog, Service } from '../catalog/service-reference';
import { parseArn } from '../language/arn';
import type { Arn } from '../language/arn';
import { globsMeet } from '../language/glob-relations';

/** A format; each part is a pattern. */
export interface ArnFormat extends Arn {
  readonly typeName: string;
}

const formatsOfServices = new WeakMap<Service, readonly ArnFormat[]>();

export function formatsOf(service: Service): readonly ArnFormat[] {
  let formats = formatsOfServices.get(service);
  if (!formats) {
    formats = [...service.resourceTypes.values()].flatMap((type) =>
      type.arns.flatMap((text) => {
        const arn = parseArn(patternOf(text));
        return arn ? [{ ...arn, typeName: type.name }] : [];
      }),
    );
    formatsOfServices.set(service, formats);
  }
  return formats;
}

/**
 * The formats of all ARNs with this service part. Undefined when one of the services is not loaded, or when none of
 * them has an ARN to compare with.
 */
export function formatsFor(catalog: Catalog, servicePart: string): readonly ArnFormat[] | undefined {
  const formats: ArnFormat[] = [];
  for (const prefix of catalog.arnOwners(servicePart) ?? []) {
    const service = catalog.service(prefix);
    if (!service) return undefined;
    for (const format of formatsOf(service)) if (format.service === servicePart) formats.push(format);
  }
  const more = MORE_FORMATS.filter((format) => format.service === servicePart);
  return formats.length > 0 ? [...formats, ...more] : undefined;
}

const more = (text: string): ArnFormat => ({ ...parseArn(text)!, typeName: 'resource' });

/** Formats that the service's own rows lack: other services, or AWS's own policies, use them. */
const MORE_FORMATS: readonly ArnFormat[] = [
  'arn:*:apigateway:*::/*',
  'arn:*:aps:*:*:/workspaces*',
  'arn:*:autoscaling:*:*:scalingPolicy:*',
  'arn:*:backup:*:*:recovery-point:*',
  'arn:*:cloudformation:*:*:transform/*',
  'arn:*:ecs:*:*:task/*',
  'arn:*:grafana:*:*:/workspaces*',
  'arn:*:iam::*:root',
  'arn:*:iam::aws:contextProvider/*',
  'arn:*:qdeveloper:*:*:plugin/*',
  'arn:*:waf::*:changetoken/*',
  'arn:*:waf-regional:*:*:changetoken/*',
].map(more);

/** A colon inside a variable parts nothing; this character stands in for it and is in no policy. */
const COLON_IN_VARIABLE = '\u0001';

/** The parts of an ARN as it stands in a policy, where variables may hold colons. */
export function readArn(text: string): Arn | undefined {
  if (!text.includes('${')) return parseArn(text);
  const masked = text.replaceAll(/\$\{[^}]*\}/g, (found) => found.replaceAll(':', COLON_IN_VARIABLE));
  const arn = parseArn(masked);
  if (!arn) return undefined;
  const plain = (part: string): string => part.replaceAll(COLON_IN_VARIABLE, ':');
  return {
    partition: plain(arn.partition),
    service: plain(arn.service),
    region: plain(arn.region),
    account: plain(arn.account),
    resource: plain(arn.resource),
  };
}

/** Policy variables can become any text. */
function withoutVariables(text: string): string {
  return text.includes('${') ? text.replaceAll(/\$\{[^}]*\}/g, '*') : text;
}

/** The formats whose last part can be what the ARN says. */
export function formatsOfResource(formats: readonly ArnFormat[], arn: Arn): readonly ArnFormat[] {
  const resource = withoutVariables(arn.resource);
  return formats.filter((format) => globsMeet(format.resource, resource));
}

/** S3 User Guide, "Bucket naming rules": what has a slash is an object, or nothing. */
const isNoBucket = ({ service, typeName }: ArnFormat, { resource }: Arn): boolean =>
  service === 's3' && typeName === 'bucket' && resource.includes('/');

/** Can an ARN as written stand for a resource of this format? */
export function formatAdmits(format: ArnFormat, arn: Arn): boolean {
  return (
    !isNoBucket(format, arn) &&
    globsMeet(format.service, withoutVariables(arn.service)) &&
    globsMeet(format.region, withoutVariables(arn.region)) &&
    globsMeet(format.account, withoutVariables(arn.account)) &&
    globsMeet(format.resource, withoutVariables(arn.resource))
  );
}
