import { conflictFindings } from '../release/merge-conflict.ts';
import type { Problem } from '../release/problem.ts';
import { readFields } from '../release/read-fields.ts';
import { FrontMatterFault } from '../release/yaml-fault.ts';
import { readYaml } from '../release/yaml.ts';
import type { SigningKey } from './seal/allowed-signers.ts';
import { readSshKey } from './seal/ssh-key.ts';
import { settingsSchema, type Settings } from './settings-schema.ts';

/** What `archive.yml` says. */
export interface ParsedSettings {
  /** Empty where the file has errors, so that the releases' problems are still found. */
  readonly settings: Settings;
  readonly problems: readonly Problem[];
  /** Line of each value by its path, `security.expires`. */
  readonly lines: ReadonlyMap<string, number>;
}

/**
 * Reads `archive.yml`, of which `file` is the path that problems name.
 * Never throws because of what it holds; a file without fields is an empty one.
 */
export function parseSettings(file: string, content: string): ParsedSettings {
  const nothing = { settings: {}, problems: [], lines: new Map() };
  if (content.split('\n').every((line) => /^(?:\s*(?:#.*)?|---\s*)$/.test(line))) return nothing;
  const conflict = conflictFindings(content);
  if (conflict.length > 0) {
    return { ...nothing, problems: conflict.map((finding) => ({ file, severity: 'error', ...finding })) };
  }
  let block;
  try {
    block = { ...readYaml(content, 'archive.yml'), lastLine: content.trimEnd().split('\n').length };
  } catch (error) {
    if (!(error instanceof FrontMatterFault)) throw error;
    return { ...nothing, problems: [{ file, severity: 'error', ...error.finding }] };
  }
  const { lines } = block;
  const { value = {}, problems } = readFields(file, block, settingsSchema, 'archive.yml');
  return {
    settings: value,
    problems: [...problems, ...twice(file, value, lines), ...keyTwice(file, value, lines)],
    lines,
  };
}

/** A code that stands for two companies on one day would send releases to the wrong one. */
function twice(file: string, settings: Settings, lines: ReadonlyMap<string, number>): Problem[] {
  const seen = new Set<string>();
  return (settings.companies ?? []).flatMap((company, index) => {
    const known = seen.has(company.code);
    seen.add(company.code);
    if (!known) return [];
    const field = `companies.${index}.code`;
    return [
      {
        file,
        line: lines.get(field) ?? 1,
        field,
        rule: 'company-twice',
        severity: 'error' as const,
        message: `The code ${company.code} stands for two companies.`,
        hint: 'Keep one of the entries; a code that the company has given up goes under former: with the day until which it was in use.',
      },
    ];
  });
}

/** Of two entries of one key nobody could tell which end counts. */
function keyTwice(file: string, settings: Settings, lines: ReadonlyMap<string, number>): Problem[] {
  const keys = signingKeys(settings).map(({ key }) => key.line);
  return keys.flatMap((key, index) => {
    if (keys.indexOf(key) === index) return [];
    const field = `keys.${index}.key`;
    return [
      {
        file,
        line: lines.get(field) ?? 1,
        field,
        rule: 'key-twice',
        severity: 'error' as const,
        message: 'This key stands twice in the list.',
        hint: 'Keep one of the entries, with the days on which the key was in use.',
      },
    ];
  });
}

/**
 * The keys that sign the archive, as `archive.yml` names them, in its order; none where it names none. Their first days are
 * for people alone: the newest release may be older than the key that signs it.
 */
export function signingKeys(settings: Settings): SigningKey[] {
  return (settings.keys ?? []).flatMap(({ key: written, until, revoked = false }) => {
    const key = readSshKey(written);
    return key ? [{ key, until, revoked }] : [];
  });
}
