package main

import (
	"github.com/aws/jsii-runtime-go"
	"github.com/cdk8s-rollouts/cdk8s-rollouts-go/cdk8srollouts"
	"github.com/cdk8s-team/cdk8s-core-go/cdk8s/v2"
	"github.com/cdk8s-team/cdk8s-plus-go/cdk8splus28/v2"
)

func main() {
	defer jsii.Close()

	app := cdk8s.NewApp(nil)
	chart := cdk8s.NewChart(app, jsii.String("app"), &cdk8s.ChartProps{Namespace: jsii.String("app-service")})

	cdk8srollouts.NewBlueGreenRollout(chart, jsii.String("app"), &cdk8srollouts.BlueGreenRolloutProps{
		Metadata: &cdk8s.ApiObjectMetadata{Name: jsii.String("app")},
		Replicas: jsii.Number(3),
		Containers: &[]*cdk8splus28.ContainerProps{{
			Image:      jsii.String("registry.example.com/app:1.4.2"),
			PortNumber: jsii.Number(5000),
		}},
		Ports: &[]*cdk8splus28.ServicePort{{
			Name:       jsii.String("http"),
			Port:       jsii.Number(80),
			TargetPort: jsii.Number(5000),
		}},
		Promotion:      cdk8srollouts.Promotion_Manual(),
		ScaleDownDelay: cdk8s.Duration_Seconds(jsii.Number(30)),
		Traffic: cdk8srollouts.IstioTraffic_BlueGreen(&cdk8srollouts.IstioBlueGreenTrafficOptions{
			Hosts:        jsii.Strings("app-api.test.com"),
			PreviewHosts: jsii.Strings("app-api-preview.test.com"),
			Gateways: &[]cdk8srollouts.IIstioGateway{
				cdk8srollouts.IstioGateway_FromGatewayName(jsii.String("istio-system/ingressgateway")),
			},
		}),
	})

	app.Synth()
}
