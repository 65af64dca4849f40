const {ConfigSources}=require('/work/main/node_modules/@backstage/config-loader');
(async()=>{for(const env of [{},{PORTAL_SECURITY_CONTACT:'mailto:a@b.nl'}]){
const c=await ConfigSources.toConfig(ConfigSources.default({argv:['--config','/work/main/app-config.production.yaml'],rootDir:'/work/main',substitutionFunc:async n=>env[n]}));
const f=c.getOptionalConfig('frontDoor.securityTxt');console.log(JSON.stringify(c.getOptional('frontDoor')), (()=>{try{return f?.getOptionalStringArray('contact')}catch(e){return String(e)}})());}})();
