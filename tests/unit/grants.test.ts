import { ownActions } from '../../src/grants';
import { contentApiRoutes } from '../../src/plugins/reference-assets/server/src/routes/content-api';

describe('what registered users are granted', () => {
  it('is what routes ask for, each once', () => {
    const routes = contentApiRoutes.routes as unknown as { handler: string }[];
    const asked = new Set(routes.map(({ handler }) => `plugin::reference-assets.${handler}`));
    expect(ownActions.filter((action) => !asked.has(action))).toEqual([]);
    expect(new Set(ownActions).size).toBe(ownActions.length);
  });
});
