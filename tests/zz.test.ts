import { appendFileSync } from 'node:fs';
import { it } from 'vitest';
import { checkPolicy } from '/work/wt/proof/src/checks/check-policy';
import { externalAccess } from '/work/wt/proof/src/checks/external-access';
import { CHECKS } from '/work/wt/proof/src/checks/checks';
import { readForChecks } from '/work/wt/proof/src/checks/document';
import { catalogNow } from '/work/wt/proof/tests/support/catalog';
it('x', {timeout:0}, () => {
  const catalog = catalogNow();
  const shapes: Record<string,(at:number)=>object> = {
    plain: (at) => ({ Effect: 'Allow', Action: `s3:Get${at}`, Resource: `arn:aws:s3:::b-${at}/${'x'.repeat(150)}/*`}),
    resource: (at) => ({ Sid:`S${at}`, Effect: 'Allow', Principal: {AWS: `arn:aws:iam::${String(100000000000+at)}:role/x`}, Action: [`s3:GetObject`,'s3:PutObject'], Resource: `arn:aws:s3:::b-${at}/*`, Condition:{StringEquals:{'aws:PrincipalTag/team':`t${at}`,'aws:SourceVpce':`vpce-${at}`}}}),
    deny: (at) => ({ Sid:`S${at}`, Effect: at%2?'Deny':'Allow', Action: [`ec2:*${at}*`,`iam:*`], Resource: [`arn:aws:ec2:*:*:instance/*${at}*`,'*']}),
    same: () => ({ Sid:'same', Effect:'Allow', Action:'s3:*', Resource:'*' }),
    pass: (at) => ({ Effect:'Allow', Action:['iam:PassRole','lambda:CreateFunction','ec2:RunInstances'], Resource:`arn:aws:iam::111122223333:role/r${at}*` }),
  };
  for (const [name, st] of Object.entries(shapes)) for (const type of ['identity','resource','trust','scp'] as const) {
    const out:string[]=[]; const rows:[string,number,number][]=[];
    const per:Record<string,number[]>={};
    for (const size of [25_000, 50_000, 100_000]) {
      const list:object[]=[]; let len=0; for (let at=0; len<size; at++) { const s=st(at); list.push(s); len+=JSON.stringify(s).length+1; }
      const text = JSON.stringify({Version:'2012-10-17', Statement: list});
      let t = performance.now(); checkPolicy(text,type,catalog); const a=performance.now()-t;
      t=performance.now(); externalAccess(text); const b=performance.now()-t;
      out.push(`${list.length}: ${Math.round(a)} ${Math.round(b)}`);
      const p = readForChecks(text,{type,catalog,resourceType:undefined,account:undefined})!;
      for (const c of CHECKS) { if (c.types && !c.types.includes(type)) continue; t=performance.now(); let k=0; for (const _ of c.run(p)) { k++; if (k===50) break; } (per[c.id]??=[]).push(Math.round(performance.now()-t)); }
    }
    appendFileSync('/tmp/proof/shapes.txt', [name,type,out.join(' | '), Object.entries(per).filter(([,l])=>l[2]!>40).map(([k,l])=>`${k} ${l}`).join('; ')].join(' ')+'\n');
  }
});
