{{/* What tenants may not do, beyond what RBAC and Pod Security can say. Each policy refuses when it can't be evaluated. */}}
{{- define "platform.policy" -}}
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicy
metadata:
  name: {{ . }}
  labels:
    {{- include "platform.componentLabels" . | nindent 4 }}
  annotations:
    argocd.argoproj.io/sync-wave: "-2"
{{- end }}

{{/* Binds a policy to the namespaces of tenants. Call with its name. */}}
{{- define "platform.policyBinding" -}}
{{ include "platform.policyBindingEverywhere" . }}
  matchResources:
    namespaceSelector:
      matchExpressions:
      - {key: tenantproof.io/tenant, operator: Exists}
{{- end }}

{{/* Binds a policy to all that it matches. Call with its name. */}}
{{- define "platform.policyBindingEverywhere" -}}
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicyBinding
metadata:
  name: {{ . }}
  labels:
    {{- include "platform.componentLabels" . | nindent 4 }}
  annotations:
    argocd.argoproj.io/sync-wave: "-2"
spec:
  policyName: {{ . }}
  validationActions: [Deny]
{{- end }}

{{/* Pods, and all that pods are made from. */}}
{{- define "platform.podKinds" -}}
- apiGroups: [""]
  apiVersions: ["*"]
  operations: [CREATE, UPDATE]
  resources: [pods, pods/ephemeralcontainers, replicationcontrollers]
- apiGroups: [apps]
  apiVersions: ["*"]
  operations: [CREATE, UPDATE]
  resources: [daemonsets, deployments, replicasets, statefulsets]
- apiGroups: [batch]
  apiVersions: ["*"]
  operations: [CREATE, UPDATE]
  resources: [cronjobs, jobs]
{{- end }}

{{/* The pod of an object of those kinds, as CEL. Call with "object" or "oldObject". */}}
{{- define "platform.podOf" -}}
{{ . }}.kind == 'Pod' ? dyn({{ . }}) : {{ . }}.kind == 'CronJob' ? dyn({{ . }}).spec.jobTemplate.spec.template : dyn({{ . }}).spec.template
{{- end }}

{{/* The variables pod, containers and unchanged. What ran before a rule came must still be scaled down, rolled out and
     deleted, so a policy does not look at a change that leaves the pod as it is. */}}
{{- define "platform.podVariables" -}}
- name: pod
  expression: {{ include "platform.podOf" "object" | quote }}
- name: unchanged
  expression: "oldObject != null && ({{ include "platform.podOf" "oldObject" }}).spec == variables.pod.spec"
- name: containers
  expression: >-
    variables.pod.spec.containers
    + (has(variables.pod.spec.initContainers) ? variables.pod.spec.initContainers : [])
    + (has(variables.pod.spec.ephemeralContainers) ? variables.pod.spec.ephemeralContainers : [])
{{- end }}
