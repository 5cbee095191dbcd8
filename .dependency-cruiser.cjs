const plugin = '^src/plugins/reference-assets';
const server = `${plugin}/server/src`;
const strapi = '@strapi/(?!utils)';

/** A wall of the house: code in `from` must not import `to`. */
const wall = (name, comment, from, to, options = {}) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, ...options.from },
  to: { path: to, ...options.to },
});

/** Everything of the plugin's server except what is named. */
const serverExcept = (...rooms) => `${server}/(?!(${rooms.join('|')}))`;

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    wall(
      'shared-knows-zod-only',
      'contracts stand alone',
      `${plugin}/shared`,
      `(${plugin}/(server|admin))|node_modules/(?!zod)`,
    ),
    wall(
      'media-knows-pixels-only',
      'media: shared, sharp, node',
      `${server}/media`,
      `${serverExcept('media/', 'errors')}|node_modules/@strapi`,
    ),
    wall(
      'providers-know-no-house',
      'providers: shared, media, errors, their SDK',
      `${server}/providers`,
      `${serverExcept('providers/', 'media/', 'errors', 'library/words/')}|node_modules/@strapi`,
    ),
    wall(
      'stores-know-the-database-only',
      'stores never speak to providers or use cases',
      `${server}/stores`,
      serverExcept('stores/', 'errors', 'constants'),
    ),
    wall(
      'money-knows-stores-only',
      'money: shared, stores',
      `${server}/money`,
      serverExcept('money/', 'stores/', 'errors'),
    ),
    wall(
      'use-cases-get-what-they-need',
      'library, video and notices: shared, media, money; stores, providers and jobs as types only',
      `${server}/(library|video|notices)`,
      `${server}/(stores|providers|jobs)/(?!(asset-rows|media-files|contract))`,
      { to: { dependencyTypesNot: ['type-only'] } },
    ),
    wall(
      'use-cases-never-see-strapi',
      'library, video and notices know Strapi by its errors only',
      `${server}/(library|video|notices)`,
      `node_modules/${strapi}`,
    ),
    wall(
      'edges-are-not-imported',
      'nobody below reaches up into the edges',
      `${server}/(library|video|notices|money|stores|providers|media|jobs)`,
      `${server}/(controllers|routes|graphql|policies|subscribers)`,
    ),
    wall(
      'admin-knows-shared-only',
      'the panel never reaches into the server',
      `${plugin}/admin`,
      server,
    ),
    wall(
      'host-stays-outside',
      'the host uses the plugin as any application would',
      '^(src/(?!plugins)|config)',
      plugin,
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
