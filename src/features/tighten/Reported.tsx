import type { ReactElement } from 'react';
import type { TightenView } from '../../audit/least-privilege/view';
import { parseArn } from '../../language/arn';
import { UseMark } from './Marks';
import { counted, dayWord, daysBetween } from './words';

/** What the reports say, service by service, and what Access Analyzer found. */
export function Reported({ view }: { readonly view: TightenView }): ReactElement {
  return (
    <>
      <Services view={view} />
      <Granting view={view} />
      <Findings view={view} />
    </>
  );
}

function Services({ view }: { readonly view: TightenView }): ReactElement | null {
  const { accessed, services } = view;
  if (accessed === undefined) return null;
  return (
    <>
      <h3 className="tg-sect">
        Last accessed{' '}
        <span className="cut">
          {accessed.completed === undefined ? '' : `report of ${dayWord(accessed.completed)} · `}by{' '}
          {accessed.level}
        </span>
      </h3>
      <ul className="tg-rows" aria-label="Services in the report">
        {services.map(({ prefix, state, last, region }) => (
          <li key={prefix} className="tg-sv">
            <UseMark kind={state === 'used' ? 'used' : 'unused'} />
            <code>{prefix}</code>
            <span>{last === undefined ? 'never' : dayWord(last)}</span>
            <span className="tg-t">
              {state === 'used'
                ? region
                : last === undefined || accessed.completed === undefined
                  ? '400 days'
                  : counted(daysBetween(last, accessed.completed), 'day')}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** `list-policies-granting-service-access`: which policy grants which service. */
function Granting({ view: { granting, policies } }: { readonly view: TightenView }): ReactElement | null {
  if (granting.length === 0) return null;
  const here = new Set(policies.map(({ name }) => name.replace(/-copy$/, '')));
  const services = [...new Set(granting.map(({ service }) => service))];
  return (
    <>
      <h3 className="tg-sect">Policies that grant a service</h3>
      <ul className="tg-rows" aria-label="Policies by service">
        {services.map((service) => (
          <li key={service} className="tg-offer">
            <span>
              <code>{service}</code>
              <small>
                {granting
                  .filter((entry) => entry.service === service)
                  .map(
                    ({ name, inline, entity }) =>
                      `${name}${inline ? `, inline of ${entity ?? 'it'}` : ''}${here.has(name) ? '' : ' (not in the case)'}`,
                  )
                  .join(' · ')}
              </small>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Findings({ view }: { readonly view: TightenView }): ReactElement | null {
  if (view.findings.length === 0) return null;
  return (
    <>
      <h3 className="tg-sect">Unused access findings</h3>
      <ul className="tg-rows" aria-label="Findings">
        {view.findings.flatMap(({ unused, services, principal, commands, status }, at) =>
          unused === 'permissions'
            ? services.map(({ prefix, actions }) => (
                <li key={`${at} ${prefix}`} className="tg-sv">
                  <UseMark kind="unused" />
                  <code>{prefix}</code>
                  <span>
                    {actions === undefined ? 'the whole service' : counted(actions.length, 'action')}
                  </span>
                  <span className="tg-t">{status === 'ACTIVE' ? '' : status.toLowerCase()}</span>
                </li>
              ))
            : [
                <li key={at} className="tg-finding">
                  <span>
                    <UseMark kind="unused" /> {unused} of{' '}
                    <code>{parseArn(principal)?.resource ?? principal}</code> is not used
                  </span>
                  {commands.map((command) => (
                    <code key={command}>{command}</code>
                  ))}
                </li>,
              ],
        )}
      </ul>
    </>
  );
}
