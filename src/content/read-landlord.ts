// Reads a landlord's pack and the rules of its nation, and refuses a pack that breaks them.

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Hours, Landlord } from '../model/landlord.ts';
import { NationRules } from '../model/nation-rules.ts';
import { OpenReferralService, type SupportService, supportService } from '../model/support.ts';
import { textFaults } from '../model/texts.ts';
import { lawFaults } from './check-law.ts';
import { didYouMean, type Fault } from './fault.ts';
import { parseWith, type YamlFiles } from './yaml-file.ts';

export interface Pack {
  readonly landlord?: Landlord | undefined;
  /** From the file that the pack names; none where it names an address. */
  readonly support?: readonly SupportService[] | undefined;
  readonly rules?: NationRules | undefined;
  readonly faults: readonly Fault[];
}

export function readPack(from: YamlFiles, name: string): Pack {
  const { root } = from;
  const path = join(root, 'landlords', `${name}.yaml`);
  if (!existsSync(path)) {
    const packs = readdirSync(join(root, 'landlords')).filter((each) => each.endsWith('.yaml'));
    const names = packs.map((each) => each.replace('.yaml', ''));
    const message = `there is no such landlord pack.${didYouMean(name, names)} There are: ${names.join(', ')}.`;
    return { faults: [{ file: `landlords/${name}.yaml`, message }] };
  }
  const yaml = from.read(path);
  const { value: landlord, faults } = parseWith(yaml, Landlord);
  if (landlord === undefined) return { faults };
  const read = readRules(from, landlord.nation);
  const directory = readDirectory(from, landlord);
  const fault = (path: readonly string[], message: string): Fault => ({
    file: yaml.file,
    line: yaml.lineOf(path),
    message,
  });
  const law = read.rules === undefined ? [] : lawFaults(landlord, read.rules, fault);
  const all = [...read.faults, ...directory.faults, ...packFaults(landlord, fault), ...law];
  return { landlord, rules: read.rules, support: directory.support, faults: all };
}

function readDirectory(
  from: YamlFiles,
  landlord: Landlord,
): { readonly support?: readonly SupportService[]; readonly faults: readonly Fault[] } {
  const { directory } = landlord;
  if (directory === undefined || 'url' in directory) return { faults: [] };
  const path = join(from.root, 'landlords', directory.file);
  if (!existsSync(path))
    return { faults: [{ file: `landlords/${directory.file}`, message: 'there is no such directory.' }] };
  const { value, faults } = parseWith(from.read(path), z.strictObject({ services: z.array(OpenReferralService) }));
  const support = (value?.services ?? []).map(supportService).filter((service) => service !== undefined);
  return { support, faults };
}

function readRules(
  from: YamlFiles,
  nation: string,
): { readonly rules?: NationRules | undefined; readonly faults: readonly Fault[] } {
  const path = join(from.root, 'landlords', 'rules', `${nation}.yaml`);
  if (!existsSync(path)) {
    return { faults: [{ file: `landlords/rules/${nation}.yaml`, message: `there are no rules for ${nation} yet.` }] };
  }
  const { value: rules, faults } = parseWith(from.read(path), NationRules);
  return { rules, faults };
}

function packFaults(landlord: Landlord, fault: (path: readonly string[], message: string) => Fault): readonly Fault[] {
  const teams = Object.keys(landlord.teams);
  const routes = Object.entries(landlord.routes)
    .filter(([, team]) => !teams.includes(team))
    .map(([enquiry, team]) => fault(['routes', enquiry], `there is no team ${team}.${didYouMean(team, teams)}`));
  const spans = [
    ...spanFaults(landlord.hours, (day, message) => fault(['hours', day], message)),
    ...landlord.offices.flatMap(({ hours }, at) =>
      spanFaults(hours, (day, message) => fault(['offices', String(at), 'hours', day], message)),
    ),
  ];
  const first = landlord.routes.default;
  const takes = first !== undefined && landlord.teams[first]?.takesHandovers === true;
  const missing = takes
    ? []
    : [fault(['routes', 'default'], 'the default route must name a team that takes handovers.')];
  const nobody = [
    { path: ['persistentContact', 'managers'], team: landlord.persistentContact.managers },
    { path: ['privacy', 'officers'], team: landlord.privacy.officers },
    ...deskTeams(landlord.desk),
  ].flatMap(({ path, team }) =>
    teams.includes(team) ? [] : [fault(path, `there is no team ${team}.${didYouMean(team, teams)}`)],
  );
  const texts = textFaults(landlord.texts, landlord.silenceMinutes.sms).map(({ path, message }) =>
    fault(path, `${path.at(-1)} ${message}`),
  );
  return [
    ...routes,
    ...spans,
    ...missing,
    ...nobody,
    ...texts,
    ...overflowFaults(landlord, fault),
    ...answerFaults(landlord, fault),
  ];
}

function overflowFaults(
  { teams }: Landlord,
  fault: (path: readonly string[], message: string) => Fault,
): readonly Fault[] {
  const taking = Object.keys(teams).filter((team) => teams[team]?.takesHandovers);
  return Object.entries(teams).flatMap(([team, { overflow }]) =>
    overflow === undefined || (overflow.to !== team && taking.includes(overflow.to))
      ? []
      : [
          fault(
            ['teams', team, 'overflow', 'to'],
            `${overflow.to} must be another team, one that takes handovers.${didYouMean(overflow.to, taking)}`,
          ),
        ],
  );
}

function deskTeams({ auditors, groups }: Landlord['desk']) {
  const named = Object.entries(groups).flatMap(([group, teams]) =>
    teams.map((team) => ({ path: ['desk', 'groups', group], team })),
  );
  return auditors === undefined ? named : [{ path: ['desk', 'auditors'], team: auditors }, ...named];
}

function spanFaults(hours: Hours, fault: (day: string, message: string) => Fault): readonly Fault[] {
  return Object.entries(hours).flatMap(([day, each]) =>
    each
      .filter((span) => span.slice(0, 5) >= span.slice(6))
      .map((span) => fault(day, `${span} ends before it begins.`)),
  );
}

/** Each answer is there in every language that the pack speaks, for areas that it knows. */
function answerFaults(
  { answers, areas, languages }: Landlord,
  fault: (path: readonly string[], message: string) => Fault,
): readonly Fault[] {
  return Object.entries(answers).flatMap(([enquiry, byArea]) =>
    Object.entries(byArea).flatMap(([area, texts]) => {
      const unknown =
        area === 'any' || area in areas
          ? []
          : [fault(['answers', enquiry, area], `there is no area ${area}.${didYouMean(area, Object.keys(areas))}`)];
      const missing = languages
        .filter((tag) => texts[tag] === undefined)
        .map((tag) => fault(['answers', enquiry, area], `the answer is missing in ${tag}.`));
      return [...unknown, ...missing];
    }),
  );
}
