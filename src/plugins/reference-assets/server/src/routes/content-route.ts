type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** `prefix: ''` serves a path as it stands here, not below the plugin's name once more. */
export const contentRoute = (method: Method, path: string, handler: string, config = {}) => ({
  method,
  path,
  handler,
  config: { prefix: '', ...config },
});
