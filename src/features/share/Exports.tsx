import { useMemo, type ReactElement } from 'react';
import { evaluate } from '../../engine/evaluate';
import type { Scenario } from '../../case/scenario';
import { viewOf } from '../../call/view';
import { toCdk } from '../../export/code/cdk';
import { toCloudFormation } from '../../export/code/cloudformation';
import { toTerraform } from '../../export/code/terraform';
import { mermaidFlow } from '../../export/mermaid';
import { markdownReport } from '../../export/report';
import { simulateCustomPolicy, simulatePrincipalPolicy } from '../../export/simulate';
import { saveFile } from '../../store/browser/files';
import { useCatalog } from '../../store/catalog';
import { useVerdict } from '../../store/store';
import { copyAndSay } from './copyAndSay';
import { SimulatorCommand } from './SimulatorCommand';

interface ExportsProps {
  readonly scenario: Scenario;
  readonly link: string | undefined;
}

/** The case for tickets, wikis and AWS's own simulator. A chart or command is of one request of a call, the one looked at. */
export default function Exports({ scenario, link }: ExportsProps): ReactElement {
  const evaluation = useMemo(() => evaluate(scenario), [scenario]);
  const catalog = useCatalog();
  const report = (): string =>
    markdownReport(scenario, evaluation, { catalog, ...(link === undefined ? {} : { link }) });
  const at = useVerdict((state) => state.at);
  const view = useMemo(() => viewOf(scenario, at), [scenario, at]);
  const which = scenario.linked === undefined ? '' : `, request ${at + 1} of the call`;
  const mermaid = (): string => mermaidFlow(view, evaluate(view));
  const custom = useMemo(() => simulateCustomPolicy(view), [view]);
  const attached = useMemo(() => simulatePrincipalPolicy(view), [view]);
  const template = useMemo(() => toCloudFormation(view), [view]);
  const cdk = useMemo(() => toCdk(view), [view]);
  const terraform = useMemo(() => toTerraform(view), [view]);
  return (
    <>
      <Form
        name="Report"
        about="Markdown, for a ticket or a pull request"
        file={{ name: 'case.md', type: 'text/markdown' }}
        make={report}
      />
      <Form
        name="Flowchart"
        about={`Mermaid, for a wiki${which}`}
        file={{ name: 'case.mmd', type: 'text/plain' }}
        make={mermaid}
      />
      {template !== undefined && (
        <Form
          name="CloudFormation"
          about={`the policies as a template${which}`}
          file={{ name: 'policies.yaml', type: 'text/yaml' }}
          make={() => template}
        />
      )}
      {cdk !== undefined && (
        <Form
          name="CDK"
          about={`the policies in TypeScript${which}`}
          file={{ name: 'policies.ts', type: 'text/plain' }}
          make={() => cdk}
        />
      )}
      {terraform !== undefined && (
        <Form
          name="Terraform"
          about={`the policies as aws_iam_policy_document${which}`}
          file={{ name: 'policies.tf', type: 'text/plain' }}
          make={() => terraform}
        />
      )}
      {custom && <SimulatorCommand title={`AWS CLI, with these policies${which}`} simulation={custom} />}
      {attached && (
        <SimulatorCommand
          title={`AWS CLI, with the policies attached in AWS${which}`}
          simulation={attached}
        />
      )}
    </>
  );
}

interface FormProps {
  readonly name: string;
  readonly about: string;
  readonly file: { readonly name: string; readonly type: string };
  readonly make: () => string;
}

function Form({ name, about, file, make }: FormProps): ReactElement {
  const said = /^[A-Z][a-z]+$/.test(name) ? name.toLowerCase() : `${name} code`;
  return (
    <div className="share-form">
      <span className="grow">
        {name} <span className="dim">{about}</span>
      </span>
      <button
        className="btn line sm"
        aria-label={`Copy the ${said}`}
        onClick={() => copyAndSay(make(), `the ${said}`)}
      >
        Copy
      </button>
      <button
        className="btn line sm"
        aria-label={`Download the ${said}`}
        onClick={() => saveFile(file.name, make(), file.type)}
      >
        Download
      </button>
    </div>
  );
}
