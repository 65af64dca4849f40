export { RegionBanners } from './RegionBanners';
