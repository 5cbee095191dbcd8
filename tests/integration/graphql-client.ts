import { send } from '../app/client';

/** What a GraphQL query answers. */
interface Answer {
  data: Record<string, any> | null; // any: each test knows what it asked for
  errors?: { message: string; extensions?: { code?: string } }[];
}

/** Speaks GraphQL over HTTP with a server; `token` is an API token, a user's JWT or null for nobody. */
export const graphqlClient = (url: () => string) => {
  const ask = async (
    token: string | null,
    query: string,
    variables: object = {},
  ): Promise<Answer> => {
    const json = { query, variables };
    const { body } = await send({ url: url() }, 'POST', '/graphql', {
      token: token ?? undefined,
      json,
    });
    return body as Answer;
  };

  return {
    ask,

    /** The data of an answer without errors. */
    async answered(...call: Parameters<typeof ask>): Promise<NonNullable<Answer['data']>> {
      const { data, errors } = await ask(...call);
      if (errors || !data) throw new Error(JSON.stringify(errors));
      return data;
    },

    /** Why a query was refused, in the words of its first error. */
    async refusal(...call: Parameters<typeof ask>): Promise<string | undefined> {
      return (await ask(...call)).errors?.[0]?.message;
    },
  };
};
