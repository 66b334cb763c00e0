/** One click's supposition about a layer that the person cannot see: that it lets the request through. */
import type { Layer, Scenario } from '../../case/scenario';

const NAME = 'Supposed to allow';

const ALLOW_ALL = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
};

const ALLOW_EVERYONE = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }],
};

/**
 * The scenario with the layer supposed to allow. Layers that only limit go out of play, except SCPs, of which
 * AWS attaches `FullAWSAccess` to every level; layers that grant get a policy that allows everything.
 * AWS Organizations User Guide: "SCP evaluation"; AWS PrivateLink Guide: "Control access to VPC endpoints".
 */
export function supposeAllows(scenario: Scenario, layer: Layer): Scenario {
  const { [layer]: _, ...rest } = scenario.policies;
  switch (layer) {
    case 'scp': {
      const policies = [{ name: 'FullAWSAccess', document: ALLOW_ALL }];
      return { ...scenario, policies: { ...rest, scp: [{ target: 'Root', policies }] } };
    }
    case 'identity':
      return { ...scenario, policies: { ...rest, identity: [{ name: NAME, document: ALLOW_ALL }] } };
    case 'resource':
      return { ...scenario, policies: { ...rest, resource: { name: NAME, document: ALLOW_EVERYONE } } };
    case 'rcp':
    case 'boundary':
    case 'session':
    case 'endpoint':
      return { ...scenario, policies: rest };
  }
}
