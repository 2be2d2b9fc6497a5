// `gouji init`: writes the units of a list, or of the reports that are there, into the root's `.gouji.json`.

import { join } from 'node:path';
import { isBlank } from '../../suppressions/read-config.ts';
import { CONFIG_FILE, CONFIG_VERSION } from '../../suppressions/suppression.ts';
import { putJson, writeJson, type JsonValue } from '../../text/json-edit.ts';
import type { Unit } from '../../units/unit-list.ts';
import { visible } from '../escape.ts';
import { writeWhole } from '../replace-file.ts';
import type { MainParams, Outputs } from '../main-params.ts';
import { gatherFor, trouble, withPrepared, type Call, type Prepared } from './prepare.ts';

/** Resolves to the exit status; never rejects. */
export async function initCommand(params: MainParams, outputs: Outputs): Promise<number> {
  return await withPrepared({ params, outputs }, initialise);
}

async function initialise(prepared: Prepared, call: Call): Promise<number> {
  const { request, params, outputs } = call;
  const { root, config } = prepared;
  const units = request.units === null ? await unitsOfReports(prepared, call) : (config.review.units ?? []);
  if (units.length === 0) return await trouble(['没有名单，文件夹中也没有年报。请用 --units 写明名单'], outputs);
  const text = config.text === null || isBlank(config.text) ? writeJson({ version: CONFIG_VERSION, root: true }) : config.text;
  const withUnits = putJson(text, ['units'], units.map(unitJson));
  const complete = request.due === null ? withUnits : putJson(withUnits, ['due'], request.due);
  const file = join(root, CONFIG_FILE);
  const problem = writeWhole(file, complete);
  if (problem !== null) return await trouble([`${visible(file)}：未写出：${problem}`], outputs);
  const missing = config.review.due === null ? '。没有报送期限，可用 --due 写明' : '';
  await outputs.stderr.write(`${visible(file)}：写入机关${units.length}个${missing}\n`);
  return params.interrupted.aborted ? 130 : 0;
}

/** Those whose reports are there, by their titles, in the order of the files. */
async function unitsOfReports(prepared: Prepared, call: Call): Promise<readonly Unit[]> {
  const gathered = await gatherFor({ ...prepared, config: { ...prepared.config, review: { ...prepared.config.review, units: null } } }, call);
  return gathered.roll.entries.filter(({ current, previous }) => (current ?? previous)?.unit !== null).map(({ unit }) => unit);
}

function unitJson({ name, aliases, parent, level }: Unit): JsonValue {
  return { name, ...(aliases.length > 0 && { aliases }), ...(parent !== null && { parent }), ...(level !== null && { level }) };
}
