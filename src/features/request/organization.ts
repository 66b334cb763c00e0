import type { Organization, Scenario } from '../../case/scenario';

/** The organization with the fields that are filled in; without any, the scenario has none. */
export function setOrganization(scenario: Scenario, { id, managementAccount }: Organization): Scenario {
  const { organization: _, ...rest } = scenario;
  const organization = {
    ...(id !== undefined && id !== '' && { id }),
    ...(managementAccount !== undefined && managementAccount !== '' && { managementAccount }),
  };
  return Object.keys(organization).length === 0 ? rest : { ...rest, organization };
}
