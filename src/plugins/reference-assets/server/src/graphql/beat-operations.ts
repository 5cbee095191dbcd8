import type { Core } from '@strapi/strapi';
import { documentId } from '../../../shared/contracts/problems';
import { beatEdit, planEdit } from '../../../shared/contracts/video-edits';
import { mappingRequest } from '../../../shared/contracts/matching';
import { useCase } from '../composition';
import { parse } from '../controllers/parse';
import { given, type Operations } from './operation';
import type { Args } from './plugin-api';

/** The video an operation is about, and the rest of its arguments as REST has them in the body. */
const split = ({ documentId: id, ...body }: Args): { id: string; body: Args } => ({
  id: parse(documentId, id),
  body: given(body),
});

export const beatMutations = (strapi: Core.Strapi): Operations => ({
  regenerateVideoBeat: {
    action: 'video-generation.regenerate',
    async resolve(args, viewer) {
      const beatId = parse(documentId, args.beatId);
      return useCase(strapi, 'control').regenerate(split(args).id, beatId, viewer);
    },
  },
  updateVideoBeat: {
    action: 'video-generation.editBeat',
    async resolve(args, viewer) {
      const beatId = parse(documentId, args.beatId);
      const edit = parse(beatEdit, given(args.data as Args));
      return useCase(strapi, 'editPlan').beat(split(args).id, beatId, edit, viewer);
    },
  },
  updateVideoPlan: {
    action: 'video-generation.editPlan',
    async resolve(args, viewer) {
      const edit = parse(planEdit, { beats: (args.beats as Args[]).map(given) });
      return useCase(strapi, 'rearrangePlan')(split(args).id, edit, viewer);
    },
  },
  mapVideoBeatReferences: {
    action: 'video-generation.map',
    async resolve(args, viewer) {
      const { id, body } = split(args);
      return useCase(strapi, 'mapping').set(id, parse(mappingRequest, body), viewer);
    },
  },
});
