import { libraryService } from './library';
import { rolesService } from './roles';
import { videosService } from './videos';

export const services = { library: libraryService, roles: rolesService, videos: videosService };
