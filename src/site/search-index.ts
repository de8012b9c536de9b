import type { Site } from './state.ts';
export async function indexSite(_site: Site, _staging: string): Promise<void> {}
