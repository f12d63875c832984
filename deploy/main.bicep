// Azure Bot with the Teams channel, the host as a container app, PostgreSQL, one managed identity, Key Vault.
// az deployment group create -g GROUP -f deploy/main.bicep -p image=REGISTRY.azurecr.io/sitebot:1 registry=REGISTRY directory=@deploy/directory.yaml databasePassword=…

@description('Begins the names of all resources; lower-case letters and digits.')
@minLength(3)
@maxLength(11)
param name string = 'sitebot'

param location string = resourceGroup().location

@description('The image, with the name of its registry.')
param image string

@description('The container registry of this resource group that holds the image.')
param registry string

@description('The text of the directory file: regional offices, customers, sites, products, people.')
@secure()
param directory string

@description('The password of the database\'s user: at least 16 letters and digits, nothing else.')
@secure()
@minLength(16)
param databasePassword string

@description('Tenants whose people may speak to the bot, with commas between.')
param tenants string = tenant().tenantId

@description('The app registration that exposes access_as_user for the manager\'s tab; empty: the tab stays closed.')
param tabAppId string = ''

@description('The id of the app in Teams, as ./package was given it: links to files then open its tab. May stay empty.')
param teamsAppId string = ''

@minValue(1)
@maxValue(10)
param replicas int = 2

var unique = uniqueString(resourceGroup().id)
var databaseUser = 'sitebot'
var secretsUser = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '4633458b-17de-408a-a4ad-0e3c7ac4f0bf')
var pull = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '7f951dda-4ed3-4680-a7ca-43fe172d538d')

// Its client id is the bot's app id: no secret of the bot exists anywhere.
resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${name}-identity'
  location: location
}

resource images 'Microsoft.ContainerRegistry/registries@2023-07-01' existing = {
  name: registry
}

resource mayPull 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(images.id, identity.id, pull)
  scope: images
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: pull
  }
}

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: '${name}${unique}'
  location: location
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enablePurgeProtection: true
  }
}

resource mayReadSecrets 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, identity.id, secretsUser)
  scope: vault
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: secretsUser
  }
}

resource server 'Microsoft.DBforPostgreSQL/flexibleServers@2024-08-01' = {
  name: '${name}-${unique}'
  location: location
  sku: { name: 'Standard_B2s', tier: 'Burstable' }
  properties: {
    version: '17'
    administratorLogin: databaseUser
    administratorLoginPassword: databasePassword
    storage: { storageSizeGB: 32 }
    backup: { backupRetentionDays: 14, geoRedundantBackup: 'Disabled' }
    highAvailability: { mode: 'Disabled' }
  }
}

resource database 'Microsoft.DBforPostgreSQL/flexibleServers/databases@2024-08-01' = {
  parent: server
  name: 'sitebot'
  properties: { charset: 'UTF8', collation: 'en_US.utf8' }
}

// From Azure alone, and never without TLS and the password. A virtual network of your own is narrower still.
resource fromAzure 'Microsoft.DBforPostgreSQL/flexibleServers/firewallRules@2024-08-01' = {
  parent: server
  name: 'from-azure'
  properties: { startIpAddress: '0.0.0.0', endIpAddress: '0.0.0.0' }
  dependsOn: [ database ]
}

resource connection 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = {
  parent: vault
  name: 'database'
  properties: {
    value: 'Host=${server.properties.fullyQualifiedDomainName};Database=${database.name};Username=${databaseUser};Password=${databasePassword};Ssl Mode=Require'
  }
}

resource people 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = {
  parent: vault
  name: 'directory'
  properties: { value: directory }
}

resource logs 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: '${name}-logs'
  location: location
  properties: { sku: { name: 'PerGB2018' }, retentionInDays: 30 }
}

resource apps 'Microsoft.App/managedEnvironments@2024-03-01' = {
  name: '${name}-environment'
  location: location
  properties: {
    appLogsConfiguration: {
      destination: 'log-analytics'
      logAnalyticsConfiguration: { customerId: logs.properties.customerId, sharedKey: logs.listKeys().primarySharedKey }
    }
  }
}

resource app 'Microsoft.App/containerApps@2024-03-01' = {
  name: name
  location: location
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identity.id}': {} } }
  dependsOn: [ mayPull, mayReadSecrets, fromAzure ]
  properties: {
    managedEnvironmentId: apps.id
    configuration: {
      activeRevisionsMode: 'Single'
      ingress: { external: true, targetPort: 3978, transport: 'http', allowInsecure: false }
      registries: [ { server: images.properties.loginServer, identity: identity.id } ]
      secrets: [
        { name: 'database', keyVaultUrl: connection.properties.secretUri, identity: identity.id }
        { name: 'directory', keyVaultUrl: people.properties.secretUri, identity: identity.id }
      ]
    }
    template: {
      terminationGracePeriodSeconds: 40
      containers: [
        {
          name: 'host'
          image: image
          resources: { cpu: json('1.0'), memory: '2Gi' }
          env: [
            { name: 'SITEBOT_MicrosoftAppType', value: 'UserAssignedMSI' }
            { name: 'SITEBOT_MicrosoftAppId', value: identity.properties.clientId }
            { name: 'SITEBOT_MicrosoftAppTenantId', value: tenant().tenantId }
            { name: 'SITEBOT_Teams__Tenants', value: tenants }
            { name: 'SITEBOT_Tab__AppId', value: tabAppId }
            { name: 'SITEBOT_Tab__TeamsAppId', value: teamsAppId }
            { name: 'SITEBOT_Storage__Kind', value: 'postgres' }
            { name: 'SITEBOT_Storage__ConnectionString', secretRef: 'database' }
            { name: 'SITEBOT_Directory__Path', value: '/settings/directory.yaml' }
            { name: 'SITEBOT_Files__Address', value: 'https://${name}.${apps.properties.defaultDomain}/' }
          ]
          // /health/ready also says that delivery is late. Late delivery must not close the door, so readiness asks what liveness asks; watch /health/ready by an alert.
          probes: [
            { type: 'Startup', httpGet: { path: '/health/live', port: 3978 }, periodSeconds: 5, failureThreshold: 24 }
            { type: 'Liveness', httpGet: { path: '/health/live', port: 3978 }, periodSeconds: 15 }
            { type: 'Readiness', httpGet: { path: '/health/live', port: 3978 }, periodSeconds: 5 }
          ]
          volumeMounts: [ { volumeName: 'settings', mountPath: '/settings' } ]
        }
      ]
      volumes: [ { name: 'settings', storageType: 'Secret', secrets: [ { secretRef: 'directory', path: 'directory.yaml' } ] } ]
      scale: { minReplicas: replicas, maxReplicas: replicas }
    }
  }
}

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: '${name}-${unique}'
  location: 'global'
  kind: 'azurebot'
  sku: { name: 'S1' }
  properties: {
    displayName: 'SiteBot'
    endpoint: 'https://${app.properties.configuration.ingress.fqdn}/api/messages'
    msaAppType: 'UserAssignedMSI'
    msaAppId: identity.properties.clientId
    msaAppTenantId: tenant().tenantId
    msaAppMSIResourceId: identity.id
    disableLocalAuth: true
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: 'global'
  properties: { channelName: 'MsTeamsChannel', properties: { isEnabled: true } }
}

output appId string = identity.properties.clientId
output host string = app.properties.configuration.ingress.fqdn
